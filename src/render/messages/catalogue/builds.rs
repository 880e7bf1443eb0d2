//! The words of what changed between two builds.

use super::Message;

super::catalogue! {
    Message;

    unknown_build(text) {
        kk: "хеші `{text}` деп басталатын индекс нұсқасы белгісіз",
        ru: "среди известных сборок индекса нет той, чей хеш начинается с `{text}`",
        en: "no known build has a hash that begins with `{text}`",
    }
    ambiguous_build(text) {
        kk: "индекстің бірнеше нұсқасының хеші `{text}` деп басталады; көбірек таңба жазыңыз",
        ru: "с `{text}` начинаются хеши нескольких сборок индекса; укажите больше знаков",
        en: "the hashes of several builds begin with `{text}`; write more of it",
    }
    no_build_so_early(day) {
        kk: "{day} не одан бұрын құрылған индекс туралы дерек жоқ",
        ru: "о сборках индекса на {day} и раньше ничего не известно",
        en: "no build of {day} or earlier is known",
    }
}

/// The lines of the list.
pub mod lines {
    super::super::catalogue! {
        String;

        changes_heading(count, day, corpus) {
            kk: "{day} құрылған индекстен бері ({corpus}) өзгерген акт саны: {count}",
            ru: "Со сборки {day} ({corpus}): {count:изменился|изменились|изменилось} {count} {count:акт|акта|актов}",
            en: "Since the build of {day} ({corpus}): {count} {count:act|acts} changed",
        }
        changes_heading_undated(count, corpus) {
            kk: "{corpus} корпусының индексінен бері өзгерген акт саны: {count}",
            ru: "Со сборки {corpus}: {count:изменился|изменились|изменилось} {count} {count:акт|акта|актов}",
            en: "Since the build {corpus}: {count} {count:act|acts} changed",
        }
        known_builds() { kk: "белгілі нұсқалар", ru: "известные сборки", en: "known builds" }
        changes_added() { kk: "қосылды", ru: "добавлено", en: "added" }
        changes_removed() { kk: "алынды", ru: "удалено", en: "removed" }
        changes_changed() { kk: "өзгерді", ru: "изменено", en: "changed" }
        changes_facts() {
            kk: "тақырыбы, мәтіндері, белгілі болған соңғы күні немесе өзгертетін актілері басқа",
            ru: "другие название, тексты, последний известный день или изменяющие акты",
            en: "its title, its texts, its last known day or the acts that amend it differ",
        }
        changes_evidence() {
            kk: "сөздердің мәтіндегі орны басқа",
            ru: "слова стоят в других местах текстов",
            en: "the words stand elsewhere in its texts",
        }
    }
}
