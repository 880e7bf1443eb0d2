//! The words of a comparison of two days, and of the drawn timeline.

super::catalogue! {
    String;

    diff_days(from, to) {
        kk: "{from:nom} → {to:nom}",
        ru: "{from} → {to}",
        en: "{from} → {to}",
    }
    diff_backwards() {
        kk: "Бірінші күн екіншісінен кеш: салыстыру кері бағытта жүреді.",
        ru: "Первый день позже второго: сравнение идёт назад во времени.",
        en: "The first day is the later one: the comparison runs backwards in time.",
    }
    diff_none() {
        kk: "белгілі айырмашылық жоқ",
        ru: "известных различий нет",
        en: "no difference is known",
    }
    diff_none_known() {
        kk: "белгілі айырмашылық жоқ, бірақ кейбір жерлердің мәтіні белгісіз",
        ru: "известных различий нет, но текст некоторых мест неизвестен",
        en: "no difference is known, but the wording of some places is not known",
    }
    diff_not_yet(day) {
        kk: "{day:loc} акт әлі қолданыста болмаған: оның бүкіл мәтіні жаңа.",
        ru: "На {day} акт ещё не действовал: весь его текст новый.",
        en: "On {day} the act was not yet in force: all that it says is new.",
    }
    diff_no_more(day) {
        kk: "{day:loc} акт енді қолданыста болмаған: оның бүкіл мәтіні күшін жойған.",
        ru: "На {day} акт уже не действовал: весь его текст утратил силу.",
        en: "On {day} the act was no longer in force: all that it said is gone.",
    }
    diff_list_all(count) {
        kk: "Орындар: {count}; толық тізімі: `--all`",
        ru: "Мест: {count}; полностью: `--all`",
        en: "{count} {count:place|places}; all of them: `--all`",
    }
    diff_by() { kk: "Өзгерткен актілер", ru: "Изменяющие акты", en: "Changed by" }
    diff_by_maybe() {
        kk: "Өзгерткен болуы мүмкін актілер",
        ru: "Акты, которые могли внести изменения",
        en: "May have been changed by",
    }
    diff_no_text() {
        kk: "актінің мәтіні корпуста жоқ",
        ru: "текста акта нет в корпусе",
        en: "the text of the act is not in the corpus",
    }
    diff_enacted() {
        kk: "актінің өзі қолданысқа енгізілді",
        ru: "введение в действие самого акта",
        en: "the act itself taking effect",
    }
    diff_cause_unknown() {
        kk: "Мұны қай акт өзгерткенін ешбір дереккөз айтпайды.",
        ru: "Какой акт это изменил, ни один источник не сообщает.",
        en: "No source tells which act changed this.",
    }
    diff_open(day) {
        kk: "{day:loc} әлі күшіне енбеген болуы мүмкін",
        ru: "на {day} могло ещё не вступить в силу",
        en: "may not have been in effect on {day}",
    }
    diff_units(count) {
        kk: "{count} жерде",
        ru: "{count} {count:место|места|мест}",
        en: "{count} {count:place|places}",
    }
    diff_knowledge(count, known) {
        kk: "{count} норма; мәтіні – {known}",
        ru: "{count} {count:норма|нормы|норм}; текст – {known}",
        en: "{count} {count:provision|provisions}; wording {known}",
    }
    knowledge_in_part() { kk: "ішінара белгілі", ru: "известен частично", en: "known in part" }
    knowledge_unknown() { kk: "белгісіз", ru: "неизвестен", en: "not known" }
    diff_last_known(days) {
        kk: "Соңғы белгілі мәтіні, {days}",
        ru: "Последний известный текст, {days}",
        en: "Last known wording, {days}",
    }
    diff_known_between(days) {
        kk: "Екі күннің арасында белгілі мәтіні, {days}",
        ru: "Известный текст между двумя днями, {days}",
        en: "Wording known in between, {days}",
    }
    diff_apart(place) {
        kk: "… {place} өз алдына бөлек көрсетілген",
        ru: "… {place}: показано отдельно",
        en: "… {place} is shown by itself",
    }
    diff_with_container() {
        kk: "өзін қамтитын нормамен бірге жаңа редакцияда жазылған",
        ru: "изложено заново вместе с нормой, в которую входит",
        en: "worded anew together with the provision around it",
    }
    diff_after_horizon(day) {
        kk: "{day:nom} одан кейін: ол күн туралы айтылғанның бәрі болжамнан аспайды.",
        ru: "{day} – позже: всё сказанное об этом дне не более чем предположительно.",
        en: "{day} is later: all that is said of that day is presumed at most.",
    }
    made_added() { kk: "қосқан", ru: "добавлено", en: "added" }
    made_changed() { kk: "өзгерткен", ru: "изменено", en: "changed" }
    made_removed() { kk: "алып тастаған", ru: "исключено", en: "removed" }
    made_suspended() { kk: "тоқтата тұрған", ru: "приостановлено", en: "suspended" }
    made_resumed() { kk: "қайта қолданысқа енгізген", ru: "возобновлено", en: "put back to work" }

    sign_came() { kk: "қосылған", ru: "добавлено", en: "came" }
    sign_went() { kk: "алып тасталған", ru: "исключено", en: "went" }
    sign_changed() { kk: "өзгерген", ru: "изменено", en: "changed" }
    sign_moved() { kk: "көшкен не нөмірі өзгерген", ru: "перенесено или перенумеровано", en: "moved or renumbered" }
    sign_unknown() { kk: "толық белгілі емес", ru: "известно не всё", en: "not fully known" }
    sign_same() { kk: "белгілі өзгерісі жоқ", ru: "изменений не известно", en: "no known change" }
    diff_by_likeness() {
        kk: "сөздердің ұқсастығы бойынша ғана; дереккөз мұны айтпайды",
        ru: "только по сходству слов; источник этого не сообщает",
        en: "by the likeness of the words alone; no source says so",
    }
    diff_more(count, command) {
        kk: "… тағы {count} абзац; толық мәтіні: `{command}`",
        ru: "… и ещё {count} {count:абзац|абзаца|абзацев}; полностью: `{command}`",
        en: "… and {count} more {count:paragraph|paragraphs}; in full: `{command}`",
    }
    diff_legend(went, came) {
        kk: "{went} – шыққан сөздер, {came} – енген сөздер",
        ru: "{went} – что ушло, {came} – что появилось",
        en: "{went} went, {came} came",
    }
    diff_narrow(columns) {
        kk: "Екі редакцияны қатар көрсету үшін кемінде {columns} баған керек: бір бағанмен көрсетілді.",
        ru: "Для двух редакций рядом нужно не менее {columns} колонок: показано в одну.",
        en: "Two wordings side by side need {columns} columns: shown in one.",
    }
    diff_wording_unknown() {
        kk: "[…] мәтіні белгісіз",
        ru: "[…] текст неизвестен",
        en: "[…] wording not known",
    }

    told_same() { kk: "белгілі өзгерісі жоқ", ru: "изменений не известно", en: "no known change" }
    told_changed() { kk: "өзгерген", ru: "изменено", en: "changed" }
    told_added() { kk: "қосылған", ru: "добавлено", en: "added" }
    told_removed() { kk: "алып тасталған", ru: "исключено", en: "removed" }
    told_moved(place) { kk: "көшкен, бұрынғы орны: {place}", ru: "перенесено, прежнее место: {place}", en: "moved from {place}" }
    told_renumbered(place) { kk: "нөмірі өзгерген, бұрын: {place}", ru: "номер изменён, прежде: {place}", en: "renumbered, before: {place}" }
    told_suspended() { kk: "тоқтатыла тұрған", ru: "приостановлено", en: "suspended" }
    told_resumed() { kk: "қайта қолданысқа енген", ru: "возобновлено", en: "works again" }
    told_former_unknown() {
        kk: "өзгерген, бұрынғы мәтіні белгісіз",
        ru: "изменено, прежний текст неизвестен",
        en: "changed; the wording of the first day is not known",
    }
    told_latter_unknown() {
        kk: "өзгерген, екінші күнгі мәтіні белгісіз",
        ru: "изменено, текст на второй день неизвестен",
        en: "changed; the wording of the second day is not known",
    }
    told_both_unknown() {
        kk: "өзгерген, екі күнгі мәтіні де белгісіз",
        ru: "изменено, текст неизвестен на оба дня",
        en: "changed; the wording of neither day is known",
    }
    told_restated() {
        kk: "өзін қамтитын норма жаңа редакцияда жазылған; осы жердің өзгерген-өзгермегені белгісіз",
        ru: "изложена заново норма, в которую входит; изменилось ли само это место, неизвестно",
        en: "the provision around it was worded anew; whether this changed is not known",
    }
    told_added_unknown() {
        kk: "қосылған, мәтіні белгісіз",
        ru: "добавлено, текст неизвестен",
        en: "added; its wording is not known",
    }
    told_removed_unknown() {
        kk: "алып тасталған, бірінші күнгі мәтіні белгісіз",
        ru: "исключено, текст на первый день неизвестен",
        en: "removed; the wording of the first day is not known",
    }
    told_open() {
        kk: "бірнеше жауап ашық: өзгеріс күні белгісіз",
        ru: "вопрос открыт: день изменения неизвестен",
        en: "open: the day of a change is not known",
    }
    told_unknown() {
        kk: "өзгерісі белгілі емес, бірақ бір күннің мәтіні белгісіз",
        ru: "изменений не известно, но текст одного из дней неизвестен",
        en: "no change is known, but the wording of a day is not known",
    }

    count_changed() { kk: "өзгергені", ru: "изменено", en: "changed" }
    count_moved() { kk: "көшкені", ru: "перенесено", en: "moved" }
    count_added() { kk: "қосылғаны", ru: "добавлено", en: "added" }
    count_removed() { kk: "алып тасталғаны", ru: "исключено", en: "removed" }
    count_unknown() {
        kk: "өзгеріп, бір күнгі мәтіні белгісізі",
        ru: "изменено, но текст одного из дней неизвестен",
        en: "changed, with the wording of a day not known",
    }
    count_restated() {
        kk: "қамтитын нормасы жаңа редакцияда жазылып, өзінің өзгергені белгісізі",
        ru: "изложено заново вместе с нормой вокруг, изменено ли, неизвестно",
        en: "worded anew with the provision around, not known whether changed",
    }
    count_open() {
        kk: "өзгеріс күні белгісізі",
        ru: "день изменения неизвестен",
        en: "the day of a change not known",
    }
    count_doubtful() {
        kk: "өзгерген-өзгермегені белгісізі",
        ru: "неизвестно, изменено ли",
        en: "not known whether changed",
    }
    count_same() {
        kk: "белгілі өзгерісі жоқ тұтас норма",
        ru: "целых норм без известных изменений",
        en: "whole provisions with no known change",
    }
    diff_counts(counts) {
        kk: "Өзгерістер, орны бойынша (норма не оның бөлігі) – {counts}",
        ru: "Изменения по местам (норма или её часть) – {counts}",
        en: "Changes by place (a provision or a part of one) – {counts}",
    }
    diff_turnover(before, come, gone, after) {
        kk: "Тұтас нормалар: {before} болған, {come} қосылған, {gone} алып тасталған, {after} болды",
        ru: "Целые нормы: было {before}, добавлено {come}, исключено {gone}, стало {after}",
        en: "Whole provisions: {before} before, {come} came, {gone} went, {after} after",
    }

    bar_expected() {
        kk: "бұрын күтілген, енді олай емес",
        ru: "ожидалось прежде, теперь не так",
        en: "was expected once, and is not so any more",
    }
    bar_horizon(day) {
        kk: "{day:dat} дейін белгілі",
        ru: "известно по {day}",
        en: "known up to {day}",
    }
    bar_window() {
        kk: "басталу не аяқталу күні белгісіз",
        ru: "день начала или окончания неизвестен",
        en: "the day of beginning or end is not known",
    }
}

use super::super::Lang;
use crate::query::diff::Cause;
use crate::query::diff::told::Told;
use crate::query::upcoming::ChangeKind;

/// What became of a unit, in words; `place` is where it stood before.
pub fn told(told: Told, place: &str, lang: Lang) -> String {
    match told {
        Told::Same => told_same(lang),
        Told::Changed => told_changed(lang),
        Told::Added => told_added(lang),
        Told::Removed => told_removed(lang),
        Told::Moved => told_moved(lang, place),
        Told::Renumbered => told_renumbered(lang, place),
        Told::Suspended => told_suspended(lang),
        Told::Resumed => told_resumed(lang),
        Told::FormerUnknown => told_former_unknown(lang),
        Told::LatterUnknown => told_latter_unknown(lang),
        Told::BothUnknown => told_both_unknown(lang),
        Told::Restated => told_restated(lang),
        Told::AddedUnknown => told_added_unknown(lang),
        Told::RemovedUnknown => told_removed_unknown(lang),
        Told::Open => told_open(lang),
        Told::Unknown => told_unknown(lang),
    }
}

/// What an act made of a place.
pub fn made(cause: &Cause, lang: Lang) -> String {
    match cause.made {
        ChangeKind::Changed if cause.with_container => diff_with_container(lang),
        ChangeKind::Added => made_added(lang),
        ChangeKind::Changed => made_changed(lang),
        ChangeKind::Removed => made_removed(lang),
        ChangeKind::Suspended => made_suspended(lang),
        ChangeKind::Resumed => made_resumed(lang),
    }
}
