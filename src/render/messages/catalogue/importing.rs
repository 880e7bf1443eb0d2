//! Why a redaction was not imported, each with what the user can do about it.

use super::Message;

super::catalogue! {
    Message;

    import_link() {
        kk: "символдық сілтеме оқылмайды; орнында файлдың өзі тұруы керек",
        ru: "символическая ссылка не читается; на её месте должен стоять сам файл",
        en: "a symbolic link is not read; the file itself must stand there",
    }
    import_submodule() {
        kk: "ішкі репозиторий оқылмайды; оны бөлек импорттаңыз",
        ru: "вложенный репозиторий не читается; импортируйте его отдельно",
        en: "a submodule is not read; import it by itself",
    }
    import_name() {
        kk: "файл атауы UTF-8 емес немесе қалтадан тыс жерді көрсетеді",
        ru: "имя файла не в UTF-8 или ведёт за пределы папки",
        en: "a file name is not UTF-8 or leads out of its folder",
    }
    import_huge(size, limit) {
        kk: "файл тым үлкен: {size} байт, шегі {limit}",
        ru: "файл слишком велик: байтов {size}, предел {limit}",
        en: "a file is too large: {size} bytes, the limit is {limit}",
    }
    import_not_utf8() {
        kk: "файл UTF-8 мәтіні емес",
        ru: "файл не является текстом UTF-8",
        en: "a file is not UTF-8 text",
    }
    import_damaged() {
        kk: "git нысаны жоқ немесе бүлінген; `git fsck` орнын көрсетеді",
        ru: "объект git отсутствует или повреждён; место покажет `git fsck`",
        en: "a git object is missing or damaged; `git fsck` tells which",
    }
    import_deep() {
        kk: "қалталар тым терең",
        ru: "папки вложены слишком глубоко",
        en: "folders are nested too deeply",
    }
    import_no_yaml(line) {
        kk: "`meta.yaml` {line}-жолда YAML емес немесе тым ұзын",
        ru: "`meta.yaml`: строка {line} не YAML, или файл слишком длинный",
        en: "`meta.yaml` is no YAML at line {line}, or is too long",
    }
    import_no_text() {
        kk: "қазақша мәтін жоқ: `kaz.md` не `kaz/*.md` қайда?",
        ru: "нет текста на казахском: где `kaz.md` или `kaz/*.md`?",
        en: "there is no Kazakh text: where is `kaz.md` or `kaz/*.md`?",
    }
    import_missing(key) {
        kk: "`{key}` `meta.yaml` файлында да, мәтінде де айтылмаған: ол қандай?",
        ru: "`{key}` не указан ни в `meta.yaml`, ни в тексте: каков он?",
        en: "neither `meta.yaml` nor the text tells `{key}`: what is it?",
    }
    import_not_understood(key, words) {
        kk: "`{key}`: «{words}» түсініксіз; оны қалай оқу керек?",
        ru: "`{key}`: «{words}» непонятно; как это читать?",
        en: "`{key}`: “{words}” is not understood; how is it to be read?",
    }
    import_no_date() {
        kk: "редакция күні айтылмаған: ол қай күн? (коммит күні болса, `--author-dates`)",
        ru: "дата редакции не указана: какая она? (если это дата коммита – `--author-dates`)",
        en: "nothing tells the date of the redaction: which is it? (`--author-dates` if it is the day of the commit)",
    }
    import_before_adoption(state, adopted) {
        kk: "редакция күні {state} акт қабылданған {adopted} күнінен бұрын: қайсысы дұрыс?",
        ru: "дата редакции {state} раньше принятия акта {adopted}: что верно?",
        en: "the redaction of {state} is older than the act of {adopted}: which day is right?",
    }
    import_other_words(state, file) {
        kk: "{state} күнгі редакция басқа сөздермен бар: `{file}`; бұл оның түзетуі ме, әлде басқа күннің редакциясы ма?",
        ru: "редакция от {state} уже есть с другими словами: `{file}`; это её исправление или редакция другой даты?",
        en: "the redaction of {state} is there with other words: `{file}`; is this its correction, or a redaction of another date?",
    }
    import_days_of_effect() {
        kk: "бұл репозиторийдің күндері – күшіне ену күндері, дәл белгісіз күн өз аралығының соңында тұр: оған дейін қандай актілер қабылданғанын олар айтпайды; `--axis adopted` арқылы жазылғанын импорттаңыз",
        ru: "дни этого репозитория – дни введения в действие, неизвестные точно стоят на последнем возможном дне: какие акты к ним приняты, они не говорят; импортируйте записанный с `--axis adopted`",
        en: "the days of this repository are days of effect, those not known exactly at the last day possible: they do not tell which acts were adopted by then; import one written with `--axis adopted`",
    }
    import_folder_of_others(folder) {
        kk: "акт корпуста бар: `{folder}`; оның карточкасын бұл команда жазбаған не кейін өзгертілген. Редакцияны оған өзіңіз қосыңыз",
        ru: "акт уже в корпусе: `{folder}`; его карточку писала не эта команда, или её правили. Добавьте редакцию в неё сами",
        en: "the act is in the corpus already: `{folder}`; this command did not write its card, or it was changed. Add the redaction to it yourself",
    }
    import_file_of_others(file) {
        kk: "`{file}` бұрыннан бар; оның үстінен жазылмайды",
        ru: "`{file}` уже существует и не будет заменён",
        en: "`{file}` is there already and is not replaced",
    }
    import_unwritable(path) {
        kk: "`{path}` жазылмады",
        ru: "`{path}` не записан",
        en: "`{path}` cannot be written",
    }
}

/// What an import tells of itself.
pub mod page {
    super::super::catalogue! {
        String;

        import_progress() {
            kk: "коммиттер оқылуда",
            ru: "читаются коммиты",
            en: "reading commits",
        }
        import_maker_untold() {
            kk: "неден туғаны айтылмаған",
            ru: "чем вызвана, не указано",
            en: "what made it is not told",
        }
        import_unknown_keys(keys) {
            kk: "түсініксіз кілттер: {keys}",
            ru: "непонятные ключи: {keys}",
            en: "keys not understood: {keys}",
        }
        import_done(done, known, refused) {
            kk: "{done} редакция алынды, {known} бұрыннан бар, {refused} алынбады",
            ru: "импортировано редакций: {done}, были прежде: {known}, не импортировано: {refused}",
            en: "{done} {done:redaction|redactions} imported, {known} known before, {refused} refused",
        }
        import_would(done, known, refused) {
            kk: "{done} редакция алынар еді, {known} бұрыннан бар, {refused} алынбайды; ештеңе жазылмады",
            ru: "было бы импортировано редакций: {done}, есть прежде: {known}, не импортировано: {refused}; ничего не записано",
            en: "{done} {done:redaction|redactions} would be imported, {known} known before, {refused} refused; nothing was written",
        }
    }
}
