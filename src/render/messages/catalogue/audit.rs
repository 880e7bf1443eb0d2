//! What the audit says: its findings in sentences that a lawyer can quote, how orders closed, and
//! the fixed words of its page.

super::catalogue! {
    String;

    audit_words_differ() {
        kk: "Мәтіннің сөздері нұсқамада берілген сөздерге сәйкес келмейді.",
        ru: "Слова текста расходятся с теми, что дало предписание.",
        en: "The words of the text are not those that the order gives.",
    }
    audit_words_differ_from_before() {
        kk: "Сөздер бұрынғы мәтіннен өзгеше, ал өзгеріс туралы нұсқама да, ескерту де жоқ.",
        ru: "Слова отличаются от прежнего текста, а ни предписания, ни примечания об изменении нет.",
        en: "The words differ from the earlier text, and no order or note tells of a change.",
    }
    audit_order_not_carried_out() {
        kk: "Нұсқама мәтінде орындалмаған.",
        ru: "Предписание в тексте не исполнено.",
        en: "The order is not carried out in the text.",
    }
    audit_unit_missing() {
        kk: "Бұл құрылымдық элемент мәтінде жоқ, ал оны алып тастаған нұсқама да, ескерту де жоқ.",
        ru: "Этого структурного элемента в тексте нет, хотя ни предписание, ни примечание его не исключали.",
        en: "The unit is not in the text, and no order or note removed it.",
    }
    audit_unit_without_order() {
        kk: "Бұл құрылымдық элементті мәтінге енгізген нұсқама да, ескерту де жоқ.",
        ru: "Ни предписание, ни примечание не вводили этот структурный элемент в текст.",
        en: "No order or note brought this unit into the text.",
    }
    audit_renumbered() {
        kk: "Бұл сөздер мәтінде басқа нөмірмен тұр.",
        ru: "Эти слова стоят в тексте под другим номером.",
        en: "The words stand in the text under another number.",
    }
    audit_order_without_note() {
        kk: "Нұсқама орындалған, бірақ ол туралы ескерту жоқ.",
        ru: "Предписание исполнено, но примечания о нём нет.",
        en: "The order is carried out, but no note tells of it.",
    }
    audit_note_without_order() {
        kk: "Ескертпе аталған акт көздемеген өзгеріс туралы айтады.",
        ru: "Примечание говорит об изменении, которого названный акт не предписывает.",
        en: "The note tells of a change that the act it names does not order.",
    }
    audit_note_differs_from_order() {
        kk: "Ескертпеде аталған өзгеріс нұсқамадағыдан басқа.",
        ru: "Примечание называет иное изменение, чем предписано.",
        en: "The note tells of another change than the one that is ordered.",
    }
    audit_wrong_act_day() {
        kk: "Ескертпеде өзгертетін актінің күні қате көрсетілген.",
        ru: "Примечание указывает неверную дату изменяющего акта.",
        en: "The note gives the amending act a wrong day.",
    }
    audit_effect_day_differs() {
        kk: "Ескертпедегі қолданысқа енгізілу мерзімі өзгертетін актінің өзіндегіден басқа.",
        ru: "Срок введения в действие в примечании иной, чем в самом изменяющем акте.",
        en: "The note gives another effect than the amending act itself.",
    }
    audit_impossible_day() {
        kk: "Мұндай күн болуы мүмкін емес: өзгеріс актінің өзінен бұрын жасалмайды, мәтін алынған күннен кейін де болмайды.",
        ru: "Такой даты быть не может: изменение не бывает раньше самого акта и позже дня, когда взят текст.",
        en: "There can be no such day: a change is not made before the act, nor after the text was taken from its publisher.",
    }
    audit_publication_contradicts_rule() {
        kk: "Жарияланған күн, ереже және қолданысқа енгізілген күн бір-біріне сәйкес келмейді.",
        ru: "День опубликования, правило и день введения в действие не согласуются между собой.",
        en: "The day of publication, the rule and the day of effect do not go together.",
    }
    audit_wrong_stamp_day() {
        kk: "Бекіту белгісіндегі күн актінің өз күніне қайшы.",
        ru: "Дата в грифе утверждения противоречит дате самого акта.",
        en: "The approval mark gives another day than the act itself.",
    }
    audit_left_behind() {
        kk: "Бүкіл мәтін бойынша ауыстырылуға тиіс сөздер қалып қойған.",
        ru: "Слова, заменяемые по всему тексту, остались.",
        en: "Words that were to be replaced in the whole text still stand.",
    }
    audit_left_behind_form() {
        kk: "Бүкіл мәтін бойынша ауыстырылуға тиіс сөздер нұсқамада келтірілмеген тұлғада қалып қойған.",
        ru: "Слова, заменяемые по всему тексту, остались в форме, которой предписание не приводит.",
        en: "Words that were to be replaced in the whole text still stand in a form that the order does not quote.",
    }
    audit_unequal_lists() {
        kk: "«Тиісінше» деп жұптасуға тиіс ескі және жаңа сөздердің саны тең емес, сондықтан қайсысы қайсысымен ауыстырылатыны анықталмайды.",
        ru: "Число старых и новых слов, соединённых словом «тиісінше», не совпадает: какие на какие заменять, не определено.",
        en: "Old and new words that are to be paired (“тиісінше”) differ in number: which replaces which is not settled.",
    }
    audit_duplicate_number() {
        kk: "Бұл нөмір екі рет тұр.",
        ru: "Этот номер стоит дважды.",
        en: "The number stands twice.",
    }
    audit_missing_number() {
        kk: "Қатарда нөмір жетіспейді, ал алып тасталған элементтің де нөмірі сақталуға тиіс.",
        ru: "В ряду нет номера, а номер сохраняется и за исключённым элементом.",
        en: "A number is left out of the row, though even a removed unit keeps its number.",
    }
    audit_dangling_reference() {
        kk: "Сілтеме жасалған құрылымдық элемент жоқ.",
        ru: "Структурного элемента, на который дана ссылка, нет.",
        en: "The unit that is referred to does not exist.",
    }
    audit_planned_overdue() {
        kk: "Көзделген өзгерістің күні келген, ал мәтін оны әлі орындалмаған күйде көрсетеді.",
        ru: "День запланированного изменения наступил, а текст показывает его ещё не исполненным.",
        en: "The day of the planned change has come, and the text still shows it as planned.",
    }
    audit_look_alike_letters() {
        kk: "Қазақ сөздерінде басқа жазудың ұқсас әріптері тұр; мағынасы өзгермейді.",
        ru: "В казахских словах стоят похожие буквы другой письменности; смысл не меняется.",
        en: "Look-alike letters of another script stand in Kazakh words; the meaning is the same.",
    }

    severity_high() { kk: "елеулі", ru: "существенно", en: "serious" }
    severity_medium() { kk: "орташа", ru: "средней важности", en: "moderate" }
    severity_low() { kk: "болмашы", ru: "незначительно", en: "minor" }

    audit_cause_publisher() { kk: "себебі: жариялаушы", ru: "вероятно, издатель", en: "likely the publisher" }
    audit_cause_copy() { kk: "себебі: көшірме", ru: "вероятно, копия", en: "likely the copy" }
    audit_cause_drafter() {
        kk: "себебі: акт жобасын әзірлеуші",
        ru: "вероятно, составитель акта",
        en: "likely the drafter",
    }
    audit_cause_unknown() {
        kk: "себебі белгісіз",
        ru: "чья ошибка, не установлено",
        en: "whose fault is not known",
    }

    source_order() { kk: "нұсқама", ru: "предписание", en: "order" }
    source_note() { kk: "ескерту", ru: "примечание", en: "note" }
    source_text() { kk: "тексерілген мәтін", ru: "проверяемый текст", en: "audited text" }
    source_before() { kk: "бұрынғы мәтін", ru: "прежний текст", en: "earlier text" }

    closing_identical() { kk: "дәлме-дәл", ru: "совпадает", en: "identical" }
    closing_superseded() { kk: "кейін өзгертілген", ru: "изменено позже", en: "superseded" }
    closing_differs() { kk: "айырмашылық бар", ru: "расходится", en: "differs" }
    closing_not_carried_out() { kk: "орындалмаған", ru: "не исполнено", en: "not carried out" }
    closing_left_behind() {
        kk: "орындалған, ескі сөздер қалған",
        ru: "исполнено, остались старые слова",
        en: "carried out, words left behind",
    }
    closing_not_checkable() { kk: "тексерілмейді", ru: "не проверяется", en: "not checkable" }

    obstacle_not_understood() {
        kk: "нұсқама түсініксіз",
        ru: "предписание не понято",
        en: "the order was not understood",
    }
    obstacle_no_text() {
        kk: "корпуста актінің кейінгі мәтіні жоқ",
        ru: "в корпусе нет более позднего текста акта",
        en: "no later text of the act is in the corpus",
    }
    obstacle_text_earlier() {
        kk: "корпустағы мәтін нұсқамаға дейінгі күйді көрсетеді",
        ru: "текст в корпусе показывает акт до предписания",
        en: "the text in the corpus shows the act before the order",
    }
    obstacle_beyond_text() {
        kk: "мәтін бұл жерге дейін үзіледі",
        ru: "текст обрывается раньше этого места",
        en: "the text breaks off before this place",
    }
    obstacle_no_words_changed() {
        kk: "нұсқама сөздерді өзгертпейді",
        ru: "предписание не меняет слов",
        en: "the order changes no words",
    }
    obstacle_words_before_unknown() {
        kk: "нұсқамаға дейінгі мәтін белгісіз",
        ru: "текст до предписания неизвестен",
        en: "the wording before the order is not known",
    }

    audit_texts() { kk: "Салыстырылған мәтіндер", ru: "Сверенные тексты", en: "Texts compared" }
    audit_compared(same, units) {
        kk: "{units} элементтен {same} салыстырылды",
        ru: "сверено {same} из {units}",
        en: "{same} of {units} units compared",
    }
    audit_against(file) { kk: "негізі: {file}", ru: "основа: {file}", en: "on the basis of {file}" }
    audit_against_orders() {
        kk: "бұрынғы мәтін жоқ: тек нұсқамалармен салыстырылды",
        ru: "прежнего текста нет: сверено только с предписаниями",
        en: "no earlier text: compared with the orders alone",
    }
    audit_no_texts() {
        kk: "салыстыратын шоғырландырылған мәтін жоқ",
        ru: "нет сводного текста для сверки",
        en: "there is no consolidated text to compare",
    }
    audit_orders() { kk: "Нұсқамалар", ru: "Предписания", en: "Orders" }
    audit_order_count(count) {
        kk: "{count} орын",
        ru: "{count} {count:место|места|мест}",
        en: "{count} {count:place|places}",
    }
    audit_findings(count) {
        kk: "қайшылықтар: {count}",
        ru: "расхождений: {count}",
        en: "findings: {count}",
    }
    audit_findings_none() {
        kk: "салыстырылған жерде қайшылық табылған жоқ",
        ru: "в сверенном расхождений не найдено",
        en: "nothing disagrees in what was compared",
    }
    audit_field_expected() { kk: "Болуға тиіс", ru: "Должно быть", en: "Expected" }
    audit_field_found() { kk: "Тұрғаны", ru: "Стоит", en: "Found" }
    audit_field_old_words() { kk: "Ескі сөздер", ru: "Старые слова", en: "Old words" }
    audit_field_new_words() { kk: "Жаңа сөздер", ru: "Новые слова", en: "New words" }
    audit_field_order() { kk: "Нұсқама", ru: "Предписание", en: "Order" }
    audit_field_note() { kk: "Ескертпе", ru: "Примечание", en: "Note" }
    audit_field_change_day() { kk: "Өзгерістің күні", ru: "День изменения", en: "Day of the change" }
    audit_field_text_day() { kk: "Мәтін күні", ru: "Текст на день", en: "Text as of" }
    audit_field_act_day() { kk: "Актінің күні", ru: "Дата акта", en: "Day of the act" }
    audit_field_cited() { kk: "Сілтеме жасалған жер", ru: "Ссылка на", en: "Refers to" }

    effect_after_publication_days(days) {
        kk: "алғашқы ресми жарияланған күнінен кейін күнтізбелік {days} күн өткен соң",
        ru: "по истечении {days} календарных дней после дня первого официального опубликования",
        en: "once {days} calendar days have passed after the day of first official publication",
    }
    effect_after_publication_months(months) {
        kk: "алғашқы ресми жарияланған күнінен кейін {months} ай өткен соң",
        ru: "по истечении {months} мес. после дня первого официального опубликования",
        en: "once {months} months have passed after the day of first official publication",
    }
    effect_on_publication() {
        kk: "алғашқы ресми жарияланған күнінен бастап",
        ru: "со дня первого официального опубликования",
        en: "on the day of first official publication",
    }
    effect_on_signing() { kk: "қол қойылған күнінен бастап", ru: "со дня подписания", en: "on the day of signing" }
    effect_on_date(day) { kk: "{day} бастап", ru: "с {day}", en: "from {day}" }
}

use crate::audit::finding::{Cause, Closing, Finding, FindingKind, Obstacle, Severity, SourceKind};
use crate::model::day::EffectRule;
use crate::render::messages::catalogue::problems;
use crate::render::messages::{Lang, catalogue};

/// A finding in one sentence.
pub fn sentence(finding: &Finding, lang: Lang) -> String {
    match (finding.kind, finding.by.is_some(), finding.severity) {
        (FindingKind::WordsDiffer, false, _) => audit_words_differ_from_before(lang),
        (FindingKind::LeftBehind, _, Severity::Low) => audit_left_behind_form(lang),
        (kind, _, _) => said(&format!("audit_{}", kind.name()), lang),
    }
}

/// What the two sides of a finding are called: what should stand, and what stands.
pub fn sides(kind: FindingKind, lang: Lang) -> (String, String) {
    match kind {
        FindingKind::UnequalLists => (audit_field_old_words(lang), audit_field_new_words(lang)),
        FindingKind::OrderWithoutNote => (audit_field_order(lang), audit_field_found(lang)),
        FindingKind::NoteDiffers => (audit_field_order(lang), audit_field_note(lang)),
        FindingKind::NoteWithoutOrder => (audit_field_expected(lang), audit_field_note(lang)),
        FindingKind::PlannedOverdue => (audit_field_change_day(lang), audit_field_text_day(lang)),
        FindingKind::ImpossibleDay => (audit_field_act_day(lang), audit_field_found(lang)),
        FindingKind::DanglingReference => (audit_field_cited(lang), audit_field_found(lang)),
        _ => (audit_field_expected(lang), audit_field_found(lang)),
    }
}

/// How much depends on it.
pub fn severity(severity: Severity, lang: Lang) -> String {
    said(&format!("severity_{}", severity.name()), lang)
}

/// Who is likely to have caused it.
pub fn cause(cause: Cause, lang: Lang) -> String {
    said(&format!("audit_cause_{}", cause.name()), lang)
}

/// What a source is.
pub fn source(kind: SourceKind, lang: Lang) -> String {
    said(&format!("source_{}", kind.name()), lang)
}

/// How an order closed.
pub fn closing(closing: Closing, lang: Lang) -> String {
    said(&format!("closing_{}", closing.name()), lang)
}

/// Why an order could not be checked.
pub fn obstacle(obstacle: Obstacle, lang: Lang) -> String {
    match obstacle {
        Obstacle::Refused(problem) => problems::message(problem, lang),
        other => said(&format!("obstacle_{}", other.name()), lang),
    }
}

/// A rule of effect as acts word it; one without a day in the words of its source.
fn effect(rule: &EffectRule, lang: Lang) -> String {
    match rule {
        EffectRule::AfterPublicationDays(days) => {
            effect_after_publication_days(lang, usize::from(*days))
        }
        EffectRule::AfterPublicationMonths(months) => {
            effect_after_publication_months(lang, usize::from(*months))
        }
        EffectRule::OnPublication => effect_on_publication(lang),
        EffectRule::OnSigning => effect_on_signing(lang),
        EffectRule::OnDate(day) => effect_on_date(lang, *day),
        EffectRule::SeeClause(clause) | EffectRule::OnEvent(clause) => clause.clone(),
        EffectRule::Unstated => String::new(),
    }
}

/// A rule of effect that is told by its name, as findings carry it.
pub fn effect_named(rule: &str, lang: Lang) -> String {
    let (name, value) = rule.split_once(':').unwrap_or((rule, ""));
    let number = || value.parse().unwrap_or_default();
    let rule = match name {
        "after_publication_days" => EffectRule::AfterPublicationDays(number()),
        "after_publication_months" => EffectRule::AfterPublicationMonths(number()),
        "on_publication" => EffectRule::OnPublication,
        "on_signing" => EffectRule::OnSigning,
        "on_date" => match value.parse() {
            Ok(day) => EffectRule::OnDate(day),
            Err(_) => return rule.to_owned(),
        },
        _ => return value.to_owned(),
    };
    effect(&rule, lang)
}

/// The message of a code; the tests see to it that every code has one.
fn said(code: &str, lang: Lang) -> String {
    catalogue::entry(code).map(|entry| entry.say(lang, Vec::new())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_worded() {
        for lang in Lang::ALL {
            let worded = |code: String| assert!(!said(&code, lang).is_empty(), "{code}");
            FindingKind::ALL.iter().for_each(|kind| worded(format!("audit_{}", kind.name())));
            Severity::ALL.iter().for_each(|it| worded(format!("severity_{}", it.name())));
            Cause::ALL.iter().for_each(|it| worded(format!("audit_cause_{}", it.name())));
            SourceKind::ALL.iter().for_each(|it| worded(format!("source_{}", it.name())));
            Closing::ALL.iter().for_each(|it| worded(format!("closing_{}", it.name())));
            Obstacle::NAMES.iter().for_each(|it| worded(format!("obstacle_{it}")));
        }
    }
}
