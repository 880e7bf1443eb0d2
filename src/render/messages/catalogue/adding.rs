//! The words of what is told of a text that is put into the corpus, and of a table of facts.

use crate::render::messages::Lang;

super::catalogue! {
    String;

    add_added(place) {
        kk: "қосылды: {place}",
        ru: "добавлен: {place}",
        en: "added: {place}",
    }
    add_would_add(place) {
        kk: "мұнда қосылар еді: {place}",
        ru: "был бы добавлен: {place}",
        en: "would be added: {place}",
    }
    add_present(place) {
        kk: "корпуста дәл осы мәтін бар: {place}",
        ru: "этот же текст уже есть в корпусе: {place}",
        en: "the corpus has these very bytes: {place}",
    }
    add_refused(cause) {
        kk: "қосылмады: {cause}",
        ru: "не добавлен: {cause}",
        en: "not added: {cause}",
    }
    add_act() { kk: "Акт", ru: "Акт", en: "Act" }
    add_title() { kk: "Тақырыбы", ru: "Название", en: "Title" }
    add_registered() { kk: "Тіркелген", ru: "Регистрация", en: "Registered" }
    add_signature() { kk: "Қол қойған", ru: "Подпись", en: "Signed" }
    add_role() { kk: "Мәтін", ru: "Текст", en: "Text" }
    add_component() { kk: "Құжат", ru: "Документ", en: "Document" }
    add_last_change() { kk: "Соңғы өзгеріс", ru: "Последнее изменение", en: "Last change" }
    add_redaction() { kk: "Редакция күні", ru: "Дата редакции", en: "Redaction" }
    add_retrieved() { kk: "Алынған күні", ru: "Получен", en: "Retrieved" }
    add_format() { kk: "Пішім", ru: "Формат", en: "Format" }
    add_read() { kk: "Оқылғаны", ru: "Прочитано", en: "Read" }
    add_place() { kk: "Орны", ru: "Место", en: "Place" }
    add_card() { kk: "Карточка", ru: "Карточка", en: "Card" }
    add_differs() { kk: "Назар аударыңыз", ru: "Внимание", en: "Note" }
    add_registered_as(day, number) {
        kk: "{day}, № {number}",
        ru: "{day}, № {number}",
        en: "{day}, No. {number}",
    }
    add_converted(encoding) {
        kk: "{encoding} кодтауынан UTF-8-ге аударылды",
        ru: "перекодирован из {encoding} в UTF-8",
        en: "converted from {encoding} to UTF-8",
    }
    add_converted_akn(format) {
        kk: "{format} құжатынан алынды",
        ru: "взято из документа {format}",
        en: "taken from a document in {format}",
    }
    add_new_act() {
        kk: "корпуста бұл акт жоқ",
        ru: "этого акта в корпусе ещё нет",
        en: "the corpus does not have this act yet",
    }
    add_known_act() {
        kk: "акт корпуста бар; бұл – оның тағы бір мәтіні",
        ru: "акт в корпусе есть; это ещё один его текст",
        en: "the corpus has this act; this is one more text of it",
    }
    add_contradicted(key, said, printed) {
        kk: "`{key}`: `{said}` деп айтылды, ал мәтінде `{printed}` тұр",
        ru: "`{key}`: сказано `{said}`, а в тексте стоит `{printed}`",
        en: "`{key}`: said to be `{said}`, but the text prints `{printed}`",
    }
    because_told() { kk: "солай деп айтылды", ru: "так сказано", en: "as was said" }
    because_title() {
        kk: "тақырыбы өзгерістер енгізетінін айтады",
        ru: "название говорит об изменениях",
        en: "its title announces changes",
    }
    because_orders() {
        kk: "көп бөлігі өзгерістер енгізуді бұйырады",
        ru: "большей частью предписывает изменения",
        en: "most of it orders changes",
    }
    because_notes() {
        kk: "ескертпелері енгізілген өзгерістерді айтады",
        ru: "примечания говорят о внесённых изменениях",
        en: "its notes tell of changes",
    }
    because_no_notes() {
        kk: "өзгеріс туралы ескертпе жоқ",
        ru: "примечаний об изменениях нет",
        en: "no note tells of a change",
    }

    facts_written(at, key, day, card) {
        kk: "{at}: {card} карточкасына `{key}` = {day} жазылды",
        ru: "{at}: в {card} записано `{key}` = {day}",
        en: "{at}: wrote `{key}` = {day} into {card}",
    }
    facts_would_write(at, key, day, card) {
        kk: "{at}: {card} карточкасына `{key}` = {day} жазылар еді",
        ru: "{at}: в {card} было бы записано `{key}` = {day}",
        en: "{at}: would write `{key}` = {day} into {card}",
    }
    facts_present(at, key, day, card) {
        kk: "{at}: {card} карточкасында `{key}` = {day} бұрыннан бар",
        ru: "{at}: в {card} `{key}` = {day} уже есть",
        en: "{at}: {card} has `{key}` = {day} already",
    }
    facts_conflict(at, key, day, card, said) {
        kk: "{at}: `{key}` = {day}, ал {card} карточкасында {said}; карточка өзгертілген жоқ",
        ru: "{at}: `{key}` = {day}, а в {card} стоит {said}; карточка не изменена",
        en: "{at}: `{key}` = {day}, but {card} says {said}; the card is left as it is",
    }
    facts_no_act(at, key, day) {
        kk: "{at}: корпуста мұндай акт жоқ (`{key}` = {day})",
        ru: "{at}: такого акта в корпусе нет (`{key}` = {day})",
        en: "{at}: the corpus has no such act (`{key}` = {day})",
    }
    facts_several_acts(at, key, day) {
        kk: "{at}: корпуста осы түрлі, нөмірлі және күнді бірнеше акт бар, кесте олардың шығарушысын айтпайды (`{key}` = {day}); карточкаға өзіңіз жазыңыз",
        ru: "{at}: в корпусе несколько актов с таким видом, номером и днём, а издателя таблица не называет (`{key}` = {day}); запишите в карточку сами",
        en: "{at}: the corpus has several acts of this form, number and day, and the table does not name the issuer (`{key}` = {day}); write it into the card yourself",
    }
    facts_no_place(at, key, day) {
        kk: "{at}: карточкада бұған орын жоқ (`{key}` = {day})",
        ru: "{at}: в карточке для этого нет места (`{key}` = {day})",
        en: "{at}: a card has no place for this (`{key}` = {day})",
    }
    facts_unchangeable(at, key, day, card) {
        kk: "{at}: {card} карточкасына `{key}` = {day} басқа жолдарға тимей жазылмайды; өзіңіз жазыңыз",
        ru: "{at}: `{key}` = {day} нельзя записать в {card}, не тронув других строк; запишите сами",
        en: "{at}: `{key}` = {day} cannot be written into {card} without touching other lines; write it yourself",
    }

    question_form() {
        kk: "`--form`: актінің түрі қандай (`law`, `code`, `decree`, `resolution`, `order`, `decision`)?",
        ru: "`--form`: какова форма акта (`law`, `code`, `decree`, `resolution`, `order`, `decision`)?",
        en: "`--form`: which legal form is it (`law`, `code`, `decree`, `resolution`, `order`, `decision`)?",
    }
    question_issuer() {
        kk: "`--issuer`: оны кім шығарды (`government`, `president` немесе қазақша атауы)?",
        ru: "`--issuer`: кто его издал (`government`, `president` или название по-казахски)?",
        en: "`--issuer`: who issued it (`government`, `president`, or the name in Kazakh)?",
    }
    question_number() {
        kk: "`--number`: оның нөмірі қандай?",
        ru: "`--number`: какой у него номер?",
        en: "`--number`: which number does it have?",
    }
    question_adopted() {
        kk: "`--adopted`: ол қай күні қабылданды?",
        ru: "`--adopted`: в какой день он принят?",
        en: "`--adopted`: on which day was it adopted?",
    }
    question_role() {
        kk: "`--role`: мәтінде кейінгі өзгерістердің іздері бар, ал ескертпелері жоқ; бұл не (`original`, `consolidated`, `amending`)?",
        ru: "`--role`: в тексте следы позднейших изменений, а примечаний о них нет; что это (`original`, `consolidated`, `amending`)?",
        en: "`--role`: the text has traces of later changes and no note of them; what is it (`original`, `consolidated`, `amending`)?",
    }
    language_rus() { kk: "орысша", ru: "он русский", en: "it is Russian" }
    language_und() { kk: "тілі танылмады", ru: "язык не распознан", en: "its language cannot be told" }
}

/// A message whose code ends in a name of JSON; nothing for a name that the catalogue lacks.
pub fn named(beginning: &str, name: &str, lang: Lang) -> &'static str {
    let entry = super::entry(&format!("{beginning}_{name}"));
    entry.map_or("", |entry| entry.template(lang))
}

/// What is said where a text is not put into the corpus.
pub mod refused {
    use crate::render::messages::catalogue::Message;

    crate::render::messages::catalogue::catalogue! {
        Message;

        add_other_language(path, language) {
            kk: "{path}: мәтін қазақ тілінде емес ({language}); корпусқа тек қазақша мәтіндер қосылады",
            ru: "{path}: текст не на казахском языке ({language}); в корпус добавляются только казахские тексты",
            en: "{path}: the text is not in Kazakh ({language}); only Kazakh texts are added to the corpus",
        }
        add_not_identified(path) {
            kk: "{path}: мәтіннен қай акт екені толық анықталмады; сұрақтарға жауап беріңіз",
            ru: "{path}: по тексту нельзя полностью определить акт; ответьте на вопросы",
            en: "{path}: the text does not tell all that its card needs; answer the questions",
        }
        add_day_before(path, key, day, bound) {
            kk: "{path}: `{key}` күні ({day}) {bound} күнінен бұрын бола алмайды",
            ru: "{path}: день `{key}` ({day}) не может быть раньше {bound}",
            en: "{path}: the day of `{key}` ({day}) cannot be before {bound}",
        }
        add_other_format(path, format) {
            kk: "{path}: {format} пішімі оқылмайды; құжатты DOCX, HTML немесе мәтін етіп сақтаңыз",
            ru: "{path}: формат {format} не читается; сохраните документ как DOCX, HTML или текст",
            en: "{path}: {format} is not read; save the document as DOCX, HTML or text",
        }
        add_akn_broken(path, cause) {
            kk: "{path}: Akoma Ntoso құжаты оқылмайды ({cause})",
            ru: "{path}: документ Akoma Ntoso не читается ({cause})",
            en: "{path}: the document in Akoma Ntoso cannot be read ({cause})",
        }
        add_akn_versions(path) {
            kk: "{path}: құжатта актінің бірнеше редакциясы бар; әр редакцияны жеке файлмен қосыңыз",
            ru: "{path}: в документе несколько редакций акта; добавьте каждую отдельным файлом",
            en: "{path}: the document has several versions of the act; add each as a file of its own",
        }
        add_akn_gaps(path, count) {
            kk: "{path}: құжаттың өзі актінің барлық сөзі жоқ екенін айтады ({count} жер); толық мәтінді қосыңыз",
            ru: "{path}: документ сам говорит, что в нем не все слова акта (мест: {count}); добавьте полный текст",
            en: "{path}: the document itself says that words of the act are missing (places: {count}); add a whole text",
        }
        add_styled_lists(path) {
            kk: "{path}: тізімдердің нөмірін беттің стильдері салады, сондықтан элементтердің қандай нөмірмен шығатыны белгісіз; нөмірлерді мәтінге жазыңыз немесе бетті DOCX етіп сақтаңыз",
            ru: "{path}: номера списков задают стили страницы, поэтому неизвестно, под какими номерами стоят их элементы; впишите номера в текст или сохраните страницу как DOCX",
            en: "{path}: the style sheet of the page decides how its lists are numbered, so the numbers of their items are not known; write the numbers into the text, or save the page as DOCX",
        }
        add_no_text(path) {
            kk: "{path}: бұл мәтін емес",
            ru: "{path}: это не текст",
            en: "{path} is no text",
        }
        add_encoding_unknown(path) {
            kk: "{path}: мәтіннің кодтауы анықталмады; оны UTF-8 етіп сақтаңыз",
            ru: "{path}: кодировка текста не определяется; сохраните его в UTF-8",
            en: "{path}: the encoding of the text cannot be told; save it as UTF-8",
        }
        add_encoding_not_kazakh(path, encoding) {
            kk: "{path}: {encoding} деп көрсетілген, бірақ бұл кодтауда қазақ мәтіні шықпайды; оны UTF-8 етіп сақтаңыз",
            ru: "{path}: указана кодировка {encoding}, но казахского текста из неё не выходит; сохраните его в UTF-8",
            en: "{path}: it claims to be {encoding}, which does not give a Kazakh text; save it as UTF-8",
        }
        add_link(path) {
            kk: "{path}: сілтеме; сілтемелерге бармаймыз",
            ru: "{path}: это ссылка; по ссылкам не ходим",
            en: "{path} is a link; links are not followed",
        }
        add_not_written(path, cause) {
            kk: "{path}: жазылмады: {cause}",
            ru: "{path}: не записано: {cause}",
            en: "{path} cannot be written: {cause}",
        }
        add_card_changed(path) {
            kk: "{path}: карточканы басқа жолдарға тимей толықтыруға болмайды; `[[text]]` бөлімін өзіңіз қосыңыз",
            ru: "{path}: карточку нельзя дополнить, не тронув других строк; добавьте раздел `[[text]]` сами",
            en: "{path}: the card cannot be added to without touching other lines; add the section `[[text]]` yourself",
        }
        add_answers_for_one() {
            kk: "актіні атайтын опциялар бір ғана файлға жарайды",
            ru: "опции, называющие акт, годятся только для одного файла",
            en: "options that name the act go with one file only",
        }
        add_nothing(path) {
            kk: "{path}: бұл қалтада мәтін файлы жоқ",
            ru: "{path}: в этой папке нет файлов с текстами",
            en: "{path}: the folder holds no file of a text",
        }
        add_too_many(path) {
            kk: "{path}: қалтада тым көп файл бар",
            ru: "{path}: в папке слишком много файлов",
            en: "{path}: the folder holds too many files",
        }
        add_component_unknown(words) {
            kk: "`{words}` – актінің құжаты емес; `бекітілген` немесе `1-қосымша` деп жазыңыз",
            ru: "`{words}` – не документ акта; пишите `бекітілген` или `1-қосымша`",
            en: "`{words}` is no document of an act; write `бекітілген` or `1-қосымша`",
        }
    }
}
