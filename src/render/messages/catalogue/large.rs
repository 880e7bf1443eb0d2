//! The words of pages that tell of a corpus too large for one page: which part of it stands here,
//! what is told elsewhere, and how the rest is asked for.

super::catalogue! {
    String;

    acts_part(first, last, all) {
        kk: "Барлығы {all} акт, бұл бетте {first}–{last}",
        ru: "Всего актов: {all}, на этой странице {first}–{last}",
        en: "{all} acts in all, {first}–{last} on this page",
    }
    acts_pages() { kk: "Актілер тізімінің беттері", ru: "Страницы списка актов", en: "Pages of the list of acts" }
    acts_first() { kk: "Басына", ru: "В начало", en: "First" }
    acts_before() { kk: "Алдыңғы", ru: "Назад", en: "Before" }
    acts_after() { kk: "Келесі", ru: "Дальше", en: "Next" }
    acts_last() { kk: "Соңына", ru: "В конец", en: "Last" }
    search_act_hint() {
        kk: "нөмірі немесе тақырыбының сөздері",
        ru: "номер или слова названия",
        en: "number or words of the title",
    }
    upcoming_more(count) {
        kk: "Бұл бетке сыймаған тағы {count} өзгеріс бар: әр актінің өз бетінде оның барлық күтілетін өзгерісі тұр.",
        ru: "Ещё изменений, не вошедших в эту страницу: {count}. На странице каждого акта стоят все его ожидаемые изменения.",
        en: "Changes for which this page has no room: {count}. The page of each act has all that are to come to it.",
    }
    upcoming_too_many() {
        kk: "Корпуста акт тым көп, сондықтан күтілетін өзгерістер мұнда жиналмайды: олар әр актінің өз бетінде тұр, ал барлығын мына команда көрсетеді.",
        ru: "Актов в корпусе слишком много, и ожидаемые изменения здесь не собраны: они стоят на странице каждого акта, а все вместе их показывает команда.",
        en: "The corpus has too many acts for their changes to come to be gathered here: they stand on the page of each act, and this command shows all of them.",
    }
    audit_too_large() {
        kk: "Корпуста акт тым көп, сондықтан бәрінің мәтіндері мұнда салыстырылмайды: қайшылықтар әр актінің өз бетінде белгіленген, ал барлығын мына команда көрсетеді.",
        ru: "Актов в корпусе слишком много, и тексты всех актов здесь не сверяются: расхождения отмечены на странице каждого акта, а все вместе их показывает команда.",
        en: "The corpus has too many acts for all their texts to be compared here: findings are marked on the page of each act, and this command shows all of them.",
    }
}
