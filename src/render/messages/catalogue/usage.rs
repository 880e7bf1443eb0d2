//! What is said of a command line that cannot be understood.

use super::Message;

super::catalogue! {
    Message;

    unknown_option(option) {
        kk: "`{option}` деген параметр жоқ",
        ru: "параметра `{option}` нет",
        en: "there is no option `{option}`",
    }
    unknown_command(command) {
        kk: "`{command}` деген команда жоқ",
        ru: "команды `{command}` нет",
        en: "there is no command `{command}`",
    }
    missing_command() {
        kk: "команда көрсетілмеген",
        ru: "не указана команда",
        en: "no command given",
    }
    missing_argument(names) {
        kk: "міндетті аргумент көрсетілмеген: {names}",
        ru: "не указан обязательный аргумент: {names}",
        en: "missing argument: {names}",
    }
    missing_value(option) {
        kk: "`{option}` параметрінің мәні көрсетілмеген",
        ru: "у параметра `{option}` нет значения",
        en: "the option `{option}` needs a value",
    }
    invalid_value(value, option, possible) {
        kk: "`{option}` үшін `{value}` мәні жарамайды; мүмкін мәндер: {possible}",
        ru: "значение `{value}` не подходит для `{option}`; возможные значения: {possible}",
        en: "`{value}` is no value for `{option}`; possible values: {possible}",
    }
    value_not_understood(value, option) {
        kk: "`{option}` үшін `{value}` мәні жарамайды",
        ru: "значение `{value}` не подходит для `{option}`",
        en: "`{value}` is no value for `{option}`",
    }
    unexpected_argument(argument) {
        kk: "артық аргумент: `{argument}`",
        ru: "лишний аргумент: `{argument}`",
        en: "unexpected argument: `{argument}`",
    }
    unexpected_value(option) {
        kk: "`{option}` параметріне мәндер артық берілген",
        ru: "у параметра `{option}` лишнее значение",
        en: "the option `{option}` was given a value too many",
    }
    repeated_option(option) {
        kk: "`{option}` параметрі екі рет берілген",
        ru: "параметр `{option}` указан дважды",
        en: "the option `{option}` was given twice",
    }
    conflicting_options(option, other) {
        kk: "`{option}` пен `{other}` бірге қолданылмайды",
        ru: "`{option}` и `{other}` не используются вместе",
        en: "`{option}` and `{other}` exclude each other",
    }
    iri_not_understood(text) {
        kk: "`{text}` IRI ретінде оқылмады; акт `/akn/kz/act/2015-11-24/418-V` түрінде, күні соңынан `/kaz:2020-01-01` түрінде жазылады",
        ru: "`{text}` не читается как IRI; акт пишется как `/akn/kz/act/2015-11-24/418-V`, день после него – как `/kaz:2020-01-01`",
        en: "`{text}` is not an IRI that can be read; an act is written `/akn/kz/act/2015-11-24/418-V`, a day after it `/kaz:2020-01-01`",
    }
    act_alone(text, act) {
        kk: "`{text}` күнді не бөлікті де атайды, ал мұнда тек акт керек: `{act}`",
        ru: "`{text}` называет и день или часть, а здесь нужен только акт: `{act}`",
        en: "`{text}` names a day or a portion too, and only an act is wanted here: `{act}`",
    }
    argument_not_text() {
        kk: "аргумент UTF-8 мәтіні емес",
        ru: "аргумент не является текстом UTF-8",
        en: "an argument is not UTF-8 text",
    }
    invalid_usage() {
        kk: "команда жолы түсініксіз",
        ru: "командная строка не понята",
        en: "the command line was not understood",
    }
    date_not_understood(text) {
        kk: "`{text}` күн ретінде оқылмады; `2021-06-01`, `01.06.2021` немесе `2021 жылғы 1 маусым` деп жазыңыз",
        ru: "`{text}` не читается как дата; пишите `2021-06-01`, `01.06.2021` или `2021 жылғы 1 маусым`",
        en: "`{text}` is not a date; write `2021-06-01`, `01.06.2021` or `2021 жылғы 1 маусым`",
    }
    date_no_such_month(text, month) {
        kk: "`{text}`: {month}-ай деген жоқ",
        ru: "`{text}`: месяца с номером {month} нет",
        en: "`{text}`: there is no month {month}",
    }
    date_no_such_day(text, last) {
        kk: "`{text}`: бұл айда тек {last} күн бар",
        ru: "`{text}`: в этом месяце только {last} {last:день|дня|дней}",
        en: "`{text}`: this month has only {last} days",
    }
    period_reversed(from, to) {
        kk: "кезең теріс көрсетілген: {from:nom} {to:abl} кейін келеді",
        ru: "период указан наоборот: {from} позже, чем {to}",
        en: "the period is reversed: {from} lies after {to}",
    }
}

/// Hints that follow a message, on lines of their own.
pub mod hints {
    super::super::catalogue! {
        String;

        did_you_mean(nearest) {
            kk: "мүмкін, `{nearest}`?",
            ru: "возможно, `{nearest}`?",
            en: "perhaps `{nearest}`?",
        }
        see_help(command) {
            kk: "анықтама: `{command} --help`",
            ru: "справка: `{command} --help`",
            en: "for help: `{command} --help`",
        }
        error() { kk: "қате", ru: "ошибка", en: "error" }
        warning() { kk: "ескерту", ru: "предупреждение", en: "warning" }
        candidates() { kk: "мүмкін нұсқалар", ru: "возможные варианты", en: "possible readings" }
        nearest() { kk: "ең жақындары", ru: "ближайшие", en: "nearest" }
    }
}
