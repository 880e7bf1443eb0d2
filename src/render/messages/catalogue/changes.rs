//! What notes say was done to a provision, what orders order to be done, and from when:
//! `event_<kind>`, `operation_<name>`, `order_from_…`, in the words of drafting.

super::catalogue! {
    String;

    event_new_redaction() { kk: "жаңа редакцияда", ru: "новая редакция", en: "new redaction" }
    event_amended() { kk: "өзгеріс енгізілді", ru: "внесено изменение", en: "amended" }
    event_added() { kk: "толықтырылды", ru: "дополнено", en: "added" }
    event_repealed() { kk: "күші жойылды", ru: "утратило силу", en: "repealed" }
    event_excluded() { kk: "алып тасталды", ru: "исключено", en: "removed" }
    event_title_changed() {
        kk: "тақырыбына өзгеріс енгізілді",
        ru: "изменён заголовок",
        en: "heading amended",
    }
    event_title_new_redaction() {
        kk: "тақырыбы жаңа редакцияда",
        ru: "новая редакция заголовка",
        en: "new redaction of the heading",
    }
    event_words_replaced() {
        kk: "бүкіл мәтін бойынша сөздер ауыстырылды",
        ru: "слова заменены по всему тексту",
        en: "words replaced throughout",
    }
    event_planned_new_redaction() {
        kk: "жаңа редакция көзделген",
        ru: "предусмотрена новая редакция",
        en: "new redaction planned",
    }
    event_planned_added() {
        kk: "толықтыру көзделген",
        ru: "предусмотрено дополнение",
        en: "addition planned",
    }
    event_planned_excluded() {
        kk: "алып тастау көзделген",
        ru: "предусмотрено исключение",
        en: "removal planned",
    }
    event_planned_amended() {
        kk: "өзгеріс енгізу көзделген",
        ru: "предусмотрено изменение",
        en: "amendment planned",
    }
    event_see_entry_into_force() {
        kk: "қолданысқа енгізілу тәртібіне сілтеме",
        ru: "отсылка к порядку введения в действие",
        en: "reference to the entry into force",
    }
    event_effect_period() { kk: "қолданылу мерзімі", ru: "срок действия", en: "period of effect" }
    event_suspended() {
        kk: "қолданысы тоқтатыла тұрды",
        ru: "действие приостановлено",
        en: "suspended",
    }
    event_other_language() {
        kk: "тек басқа тілдегі мәтін өзгерді",
        ru: "изменён только текст на другом языке",
        en: "only the text in another language changed",
    }

    operation_replace() {
        kk: "жаңа редакцияда жазу",
        ru: "изложить в новой редакции",
        en: "word anew",
    }
    operation_insert() { kk: "толықтыру", ru: "дополнить", en: "add" }
    operation_delete() { kk: "алып тастау", ru: "исключить", en: "remove" }
    operation_repeal() {
        kk: "күші жойылды деп тану",
        ru: "признать утратившим силу",
        en: "repeal",
    }
    operation_suspend() {
        kk: "қолданысын тоқтата тұру",
        ru: "приостановить действие",
        en: "suspend",
    }
    operation_replace_words() {
        kk: "сөздерді ауыстыру",
        ru: "заменить слова",
        en: "replace words",
    }
    operation_insert_words() {
        kk: "сөздермен толықтыру",
        ru: "дополнить словами",
        en: "add words",
    }
    operation_delete_words() {
        kk: "сөздерді алып тастау",
        ru: "исключить слова",
        en: "remove words",
    }
    operation_replace_words_everywhere() {
        kk: "бүкіл мәтін бойынша сөздерді ауыстыру",
        ru: "заменить слова по всему тексту",
        en: "replace words throughout",
    }
    operation_insert_words_everywhere() {
        kk: "бүкіл мәтін бойынша сөздермен толықтыру",
        ru: "дополнить словами по всему тексту",
        en: "add words throughout",
    }
    operation_delete_words_everywhere() {
        kk: "бүкіл мәтін бойынша сөздерді алып тастау",
        ru: "исключить слова по всему тексту",
        en: "remove words throughout",
    }
    operation_replace_title() {
        kk: "тақырыбын жаңа редакцияда жазу",
        ru: "изложить заголовок в новой редакции",
        en: "word the heading anew",
    }
    operation_replace_by_annex() {
        kk: "қосымшаға сәйкес жаңа редакцияда жазу",
        ru: "изложить в редакции согласно приложению",
        en: "word anew as the annex does",
    }
    operation_replace_indents() {
        kk: "абзацтарды жаңа редакцияда жазу",
        ru: "изложить абзацы в новой редакции",
        en: "word indents anew",
    }
    operation_insert_indents() {
        kk: "абзацтармен толықтыру",
        ru: "дополнить абзацами",
        en: "add indents",
    }
    operation_delete_indents() {
        kk: "абзацтарды алып тастау",
        ru: "исключить абзацы",
        en: "remove indents",
    }
    operation_renumber() { kk: "нөмірін өзгерту", ru: "изменить нумерацию", en: "renumber" }

    order_from_days_after_publication(days) {
        kk: "алғашқы ресми жарияланғаннан кейін күнтізбелік {days} күн өткен соң",
        ru: "по истечении {days} календарных дней после первого официального опубликования",
        en: "once {days} calendar days have passed after first official publication",
    }
    order_from_months_after_publication(months) {
        kk: "алғашқы ресми жарияланғаннан кейін {months} ай өткен соң",
        ru: "по истечении {months} {months:месяца|месяцев|месяцев} после первого официального опубликования",
        en: "once {months} {months:month|months} have passed after first official publication",
    }
    order_from_publication() {
        kk: "алғашқы ресми жарияланған күнінен бастап",
        ru: "со дня первого официального опубликования",
        en: "from the day of first official publication",
    }
    order_from_signing() {
        kk: "қол қойылған күнінен бастап",
        ru: "со дня подписания",
        en: "from the day of signing",
    }
    order_from_day(day) { kk: "{day:abl} бастап", ru: "с {day}", en: "from {day}" }
    order_from_clause(clause) {
        kk: "қолданысқа енгізілу тәртібі: {clause}",
        ru: "порядок введения в действие: {clause}",
        en: "entry into force: {clause}",
    }
    order_from_event(event) {
        kk: "күні жоқ оқиғадан бастап: «{event}»",
        ru: "с события, у которого нет даты: «{event}»",
        en: "from an event that has no date: “{event}”",
    }
    order_from_unstated() {
        kk: "қолданысқа енгізілу тәртібі айтылмаған",
        ru: "порядок введения в действие не указан",
        en: "no rule of entry into force is stated",
    }
    order_until_day(day) { kk: "{day:dat} дейін", ru: "до {day}", en: "until {day}" }
    order_until_event(event) {
        kk: "күні жоқ оқиғаға дейін: «{event}»",
        ru: "до события, у которого нет даты: «{event}»",
        en: "until an event that has no date: “{event}”",
    }
}

use crate::model::day::{EffectRule, EndRule};
use crate::model::event::EventKind;
use crate::model::instruction::Operation;
use crate::render::messages::{Lang, catalogue};

/// What a note says was done.
pub fn event(kind: EventKind, lang: Lang) -> &'static str {
    fixed(&format!("event_{}", kind.name()), lang)
}

/// What an order orders to be done.
pub fn operation(operation: Operation, lang: Lang) -> &'static str {
    fixed(&format!("operation_{}", operation.name()), lang)
}

/// From when what an order does holds, by the rule that its act states.
pub fn from_when(rule: &EffectRule, lang: Lang) -> String {
    match rule {
        EffectRule::AfterPublicationDays(days) => {
            order_from_days_after_publication(lang, usize::from(*days))
        }
        EffectRule::AfterPublicationMonths(months) => {
            order_from_months_after_publication(lang, usize::from(*months))
        }
        EffectRule::OnPublication => order_from_publication(lang),
        EffectRule::OnSigning => order_from_signing(lang),
        EffectRule::OnDate(day) => order_from_day(lang, *day),
        EffectRule::SeeClause(clause) => order_from_clause(lang, clause),
        EffectRule::OnEvent(event) => order_from_event(lang, event),
        EffectRule::Unstated => order_from_unstated(lang),
    }
}

/// Until when.
pub fn until_when(rule: &EndRule, lang: Lang) -> String {
    match rule {
        EndRule::Before(day) => order_until_day(lang, *day),
        EndRule::UntilEvent(event) => order_until_event(lang, event),
    }
}

/// The words of a code; nothing for one that the catalogue lacks, which the tests rule out.
fn fixed(code: &str, lang: Lang) -> &'static str {
    catalogue::entry(code).map_or("", |entry| entry.template(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_operation_has_words() {
        for lang in Lang::ALL {
            for kind in EventKind::ALL {
                assert_ne!(event(*kind, lang), "", "{}", kind.name());
            }
            for name in Operation::ALL {
                assert_ne!(operation(*name, lang), "", "{}", name.name());
            }
        }
    }
}
