//! One sentence a reason: why an answer is what it is.

super::catalogue! {
    String;

    reason_instruction(act) {
        kk: "Мәтін {act:ins} белгіленген.",
        ru: "Текст установлен {act:ins}.",
        en: "The words are those ordered by {act}.",
    }
    reason_consolidated() {
        kk: "Мәтін актінің шоғырландырылған мәтінінде басылған.",
        ru: "Текст напечатан в консолидированном тексте акта.",
        en: "The words are printed in a consolidated text of the act.",
    }
    reason_carried() {
        kk: "Мәтін шоғырландырылған мәтіннен алынған.",
        ru: "Текст взят из консолидированного текста.",
        en: "The words come from a consolidated text.",
    }
    reason_original() {
        kk: "Мәтін актінің алғашқы редакциясында басылған.",
        ru: "Текст напечатан в первоначальной редакции акта.",
        en: "The words are printed in the act as adopted.",
    }
    reason_cited(act) {
        kk: "Бұл сөздер {act:ins} келтірілген.",
        ru: "Эти слова приведены {act:ins}.",
        en: "The words are quoted by {act}.",
    }
    reason_carried_out(act) {
        kk: "Сөздер {act:ins} енгізілген өзгеріс бұрынғы мәтінге орындалып алынған.",
        ru: "Слова получены исполнением на прежнем тексте изменения, внесённого {act:ins}.",
        en: "The words follow from carrying out the change made by {act} on the earlier wording.",
    }
    reason_taken_back(act) {
        kk: "Сөздер кейінгі мәтіннен {act:ins} енгізілген сөз ауыстыруды кері қайтару арқылы алынған.",
        ru: "Слова получены из позднейшего текста отменой замены слов, внесённой {act:ins}.",
        en: "The words follow from taking back the replacement of words made by {act} on the later wording.",
    }
    reason_notes_silent(acts) {
        kk: "Осы аралықта құжат {acts:ins} өзгертілген; жариялаушының ескертулері бұл жердің өзгергенін айтпайды, ал мәтінге басқа дәлел жоқ.",
        ru: "За это время документ изменён {acts:ins}; примечания издателя не сообщают об изменении этого места, а других доказательств у текста нет.",
        en: "Meanwhile the document was amended by {acts}; the publisher's notes tell of no change at this place, and the words have no other proof.",
    }
    reason_notes_silent_in_part(acts) {
        kk: "Осы аралықта құжат {acts:ins} өзгертілген; кейбір бөліктердің өзгергенін жариялаушының ескертулері айтпайды, ал ол бөліктердің мәтініне басқа дәлел жоқ.",
        ru: "За это время документ изменён {acts:ins}; об изменении некоторых частей примечания издателя не сообщают, а других доказательств у текста этих частей нет.",
        en: "Meanwhile the document was amended by {acts}; of some parts the publisher's notes tell of no change, and the words of those parts have no other proof.",
    }
    reason_orders_leave_alone(acts) {
        kk: "Осы аралықта құжат {acts:ins} өзгертілген; олардың барлық нұсқамалары корпуста бар және бұл жерге қатысты емес.",
        ru: "За это время документ изменён {acts:ins}; все их предписания есть в корпусе и этого места не касаются.",
        en: "Meanwhile the document was amended by {acts}; all their orders are in the corpus, and none of them touches this place.",
    }
    reason_orders_leave_alone_in_part(acts) {
        kk: "Осы аралықта құжат {acts:ins} өзгертілген; олардың барлық нұсқамалары корпуста бар және кейбір бөліктерге қатысты емес.",
        ru: "За это время документ изменён {acts:ins}; все их предписания есть в корпусе и некоторых частей не касаются.",
        en: "Meanwhile the document was amended by {acts}; all their orders are in the corpus, and some parts are touched by none of them.",
    }
    reason_amended_around(acts) {
        kk: "Осы аралықта бұл норма немесе оны қамтитын құрылымдық бөлік {acts:ins} өзгертілген, ал сол өзгерістердің мәтіні корпуста жоқ, сондықтан сөздер өзгеше болуы мүмкін.",
        ru: "За это время эта норма или охватывающая её часть изменена {acts:ins}, а текста этих изменений в корпусе нет, поэтому слова могли быть другими.",
        en: "Meanwhile this provision, or what contains it, was amended by {acts}, and the wording of those changes is not in the corpus, so the words may have been different.",
    }
    reason_notes_swallowed(acts) {
        kk: "Осы аралықта құжат {acts:ins} өзгертілген, ал бұл жер кейін жаңа редакцияда жазылғанда немесе алып тасталғанда бұрынғы ескертулер сақталмаған, сондықтан оның өзгерген-өзгермегені белгісіз.",
        ru: "За это время документ изменён {acts:ins}, а при позднейшем изложении этого места в новой редакции или его исключении прежние примечания не сохранены, поэтому неизвестно, затронуто ли оно.",
        en: "Meanwhile the document was amended by {acts}, and a later restatement or removal of this place has swallowed the earlier notes, so it is not known whether the place was touched.",
    }
    reason_notes_gone() {
        kk: "Осы жердегі бұрынғы ескертулер кейінгі жаңа редакциямен немесе алып тастаумен бірге жойылған, сондықтан ол кезеңде тағы бір акт өзгеріс енгізген-енгізбегенін ештеңе көрсетпейді.",
        ru: "Прежние примечания в этом месте исчезли с более поздней новой редакцией или исключением, поэтому ничто не показывает, не изменял ли его в этот период ещё какой-либо акт.",
        en: "The earlier notes at this place went with a later restatement or removal, so nothing tells whether yet another act changed it in that time.",
    }
    reason_beyond_text(acts) {
        kk: "Корпустағы мәтін бұл жерге жетпейді, сондықтан {acts:gen} оны өзгерткен-өзгертпегені белгісіз.",
        ru: "Текст в корпусе не доходит до этого места, поэтому неизвестно, изменено ли оно {acts:ins}.",
        en: "The text in the corpus does not reach this place, so it is not known whether it was changed by {acts}.",
    }
    reason_words_may_have_stood(act, words) {
        kk: "{act:ins} бүкіл мәтін бойынша сөздер ауыстырылған; «{words}» деген сөздер бұл жерде бұған дейін де тұрған болуы мүмкін.",
        ru: "Слова по всему тексту заменены {act:ins}; слова «{words}» могли стоять здесь и до этого.",
        en: "Words were replaced throughout the text by {act}; the words “{words}” may have stood here before.",
    }
    reason_words_may_have_gone(act, words) {
        kk: "{act:ins} «{words}» деген сөздер алып тасталған; олардың бұрын бұл жердің қай тұсында тұрғаны белгісіз.",
        ru: "Слова «{words}» исключены {act:ins}; где именно они здесь стояли и стояли ли, неизвестно.",
        en: "The words “{words}” were deleted by {act}; whether and where they stood here before is not known.",
    }
    reason_after_horizon(horizon) {
        kk: "Корпуста бұл акт {horizon:dat} дейін ғана белгілі; кейінгі өзгерістер белгісіз.",
        ru: "В корпусе этот акт известен только по {horizon}; более поздние изменения неизвестны.",
        en: "The corpus knows this act up to {horizon} only; later changes are not known.",
    }
    reason_files_unread(count, files) {
        kk: "Корпустың бір бөлігі оқылмады (файлдар не бөліктер саны: {count}; {files}); онда осы жердің өзгерісі болуы мүмкін, сондықтан мұнда айтылғанның бәрі болжамнан аспайды.",
        ru: "Часть корпуса не прочитана (файлов или их частей: {count}; {files}); там может быть изменение этого места, поэтому сказанное здесь не более чем предположительно.",
        en: "Part of the corpus could not be read (files or parts of files: {count}; {files}); it may hold a change of this place, so what is said here is presumed at most.",
    }
    reason_replaced_text_missing(act) {
        kk: "Осы күнгі мәтін кейін {act:ins} ауыстырылған, ал бұрынғы мәтін корпуста жоқ.",
        ru: "Текст этого дня позднее заменён {act:ins}, а прежнего текста в корпусе нет.",
        en: "The wording of this day was later replaced by {act}, and the earlier wording is not in the corpus.",
    }
    reason_new_text_missing(act) {
        kk: "Осы күнгі мәтін {act:ins} енгізілген, ал ол мәтін корпуста жоқ.",
        ru: "Текст этого дня введён {act:ins}, а этого текста в корпусе нет.",
        en: "The wording of this day was brought by {act}, and that wording is not in the corpus.",
    }
    reason_removed_text_missing(act) {
        kk: "Норма кейін {act:ins} алып тасталған, ал алып тасталған мәтін корпуста жоқ.",
        ru: "Норма позднее исключена {act:ins}, а исключённого текста в корпусе нет.",
        en: "The provision was later removed by {act}, and the removed wording is not in the corpus.",
    }
    reason_no_text() {
        kk: "Корпустағы бірде-бір мәтін бұл нормаға жетпейді.",
        ru: "Ни один текст корпуса не доходит до этой нормы.",
        en: "No text in the corpus reaches this provision.",
    }
    reason_planned_text_missing(act) {
        kk: "Осы күнге қарай {act:ins} өзгеріс енгізу көзделген, ал оның мәтіні корпуста жоқ.",
        ru: "К этому дню {act:ins} предусмотрено изменение, а его текста в корпусе нет.",
        en: "By this day a change was planned by {act}, and its wording is not in the corpus.",
    }
    reason_effect_day_between(act, days) {
        kk: "{act:nom} {days} қолданысқа енгізіледі; нақты күні корпуста жоқ, сондықтан осы күні оның қолданыста болған-болмағаны белгісіз.",
        ru: "{act} вводится в действие {days}; точного дня в корпусе нет, поэтому неизвестно, действовало ли изменение в этот день.",
        en: "The changes of {act} take effect {days}; the exact day is not in the corpus, so it is not known whether they were in effect on this day.",
    }
    reason_act_not_in_effect() {
        kk: "Актінің өзі ол кезде әлі қолданысқа енгізілмеген.",
        ru: "Сам акт тогда ещё не был введён в действие.",
        en: "The act itself had not taken effect yet.",
    }
    reason_added_later(act) {
        kk: "Норма кейін {act:ins} қосылған.",
        ru: "Норма добавлена позднее {act:ins}.",
        en: "The provision was added later by {act}.",
    }
    reason_inserted_number() {
        kk: "Дефисі бар нөмір тек кейін қосылған нормаға беріледі, ал бұл күнге дейін оның орнын өзгерткен акт болмаған.",
        ru: "Номер с дефисом даётся только норме, добавленной позднее, а до этого дня ни один акт не менял место, где она стоит.",
        en: "A number with a dash is given only to a provision inserted later, and no act had amended its surroundings by this day.",
    }
    reason_not_adopted() {
        kk: "Актінің алғашқы редакциясында мұндай норма жоқ, ал оның кейін қосылғанын ешқандай дереккөз айтпайды.",
        ru: "В первоначальной редакции акта такой нормы нет, и ни один источник не сообщает, что она была добавлена.",
        en: "The act as adopted has no such provision, and no source tells that one was added.",
    }
    reason_order_contradicted(acts) {
        kk: "Мына актілердің нұсқамалары бұл жерде жоқ сөздерді немесе норманы атайды: {acts:nom}; сондықтан корпустағы мәтін сол күнгідей болмауы мүмкін.",
        ru: "Предписания этих актов называют слова или норму, которых здесь нет: {acts:nom}; поэтому текст корпуса мог быть иным.",
        en: "Orders of {acts} name words or a provision that do not stand here, so the text in the corpus may not be that of the day.",
    }
    reason_order_of_effect_unknown(acts) {
        kk: "Бұл жерді мына актілер өзгертеді: {acts:nom}; олардың қайсысы соңғы болып қолданысқа енгізілгені белгісіз.",
        ru: "Это место изменяют несколько актов: {acts:nom}; какой из них введён в действие последним, неизвестно.",
        en: "This place is changed by {acts}; which of them took effect last is not known.",
    }
    reason_note_unread() {
        kk: "Осы жердегі ескерту немесе норманың өз мерзімі туралы сөздері түсінілмеді, сондықтан оның қандай өзгеріс туралы айтатыны белгісіз.",
        ru: "Примечание в этом месте или слова нормы о собственном сроке не поняты, поэтому неизвестно, о каком изменении они сообщают.",
        en: "A note at this place, or what the provision says of its own days, was not understood, so it is not known of which change it tells.",
    }
    reason_sources_differ() {
        kk: "Дереккөздер бұл жердің мәтінін әртүрлі басады.",
        ru: "Источники печатают текст этого места по-разному.",
        en: "The sources print different words for this place.",
    }
    reason_suspended(act) {
        kk: "Норманың қолданысы {act:ins} тоқтатыла тұрған.",
        ru: "Действие нормы приостановлено {act:ins}.",
        en: "The provision was suspended by {act}.",
    }
    reason_suspended_until(act, until) {
        kk: "Норманың қолданысы {act:ins} {until:dat} дейін тоқтатыла тұрған.",
        ru: "Действие нормы приостановлено {act:ins} до {until}.",
        en: "The provision was suspended by {act} until {until}.",
    }
    reason_expired(act) {
        kk: "{act:ins} енгізілген норманың қолданылу мерзімі аяқталған.",
        ru: "Срок действия нормы, введённой {act:ins}, истёк.",
        en: "What {act} brought was to hold for a time only, and that time is over.",
    }
    reason_same_day(acts) {
        kk: "Бұл жерді бір күні қабылданып, бір күні қолданысқа енгізілген актілер өзгертеді: {acts:nom}; олардың қайсысы соңғы екені белгісіз.",
        ru: "Это место изменяют акты, принятые в один день и введённые в действие в один день: {acts:nom}; какой из них последний, неизвестно.",
        en: "Acts adopted on one day and in effect from one day change this place: {acts}; which of them is the last is not known.",
    }
    reason_removed(act) {
        kk: "Норма {act:ins} алып тасталған.",
        ru: "Норма исключена {act:ins}.",
        en: "The provision was removed by {act}.",
    }
    reason_repealed(act) {
        kk: "Норманың күші {act:ins} жойылған.",
        ru: "Норма признана утратившей силу {act:ins}.",
        en: "The provision was repealed by {act}.",
    }
    reason_own_end() {
        kk: "Актінің өзінде белгіленген мерзімі аяқталған.",
        ru: "Истёк срок действия, который установлен в самом акте.",
        en: "The term that the act itself sets has ended.",
    }
    reason_dropped_by_restatement(act) {
        kk: "Норманы қамтитын бөлік {act:ins} жаңа редакцияда жазылған, онда бұл норма жоқ.",
        ru: "Часть, охватывающая норму, изложена {act:ins} в новой редакции, в которой этой нормы нет.",
        en: "What contains the provision was restated by {act}, and the provision is not in the new wording.",
    }
    reason_former_unknown() {
        kk: "Бұған дейін осы нөмірмен норма болған-болмағаны белгісіз: оның ол күні жоқ екені ғана белгілі.",
        ru: "Была ли норма с этим номером раньше, неизвестно: известно только, что в этот день её нет.",
        en: "Whether a provision with this number stood before, nothing tells: only that it does not stand on that day.",
    }
    reason_parts_unknown_by(act) {
        kk: "Ішкі бөліктерінің құрамы {act:ins} белгіленген, ал ол мәтін корпуста жоқ.",
        ru: "Состав внутренних частей определён {act:ins}, а этого текста в корпусе нет.",
        en: "Its inner parts were set by {act}, and that wording is not in the corpus.",
    }
    reason_parts_unknown() {
        kk: "Ішкі бөліктерінің құрамы белгісіз.",
        ru: "Состав внутренних частей неизвестен.",
        en: "Which parts stood inside it is not known.",
    }
}

use crate::model::day::Window;
use crate::model::reason::Reason;
use crate::render::messages::explanation::capitalised;
use crate::render::messages::{Lang, days};

/// The sentence of a reason.
pub fn sentence(reason: &Reason, lang: Lang) -> String {
    capitalised(&worded(reason, lang))
}

/// The sentence of a reason that holds for some parts of a whole, where that makes a difference.
pub fn sentence_of_parts(reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::NotesSilent { acts } => reason_notes_silent_in_part(lang, acts),
        Reason::OrdersLeaveAlone { acts } => reason_orders_leave_alone_in_part(lang, acts),
        reason => sentence(reason, lang),
    }
}

/// Words between one pair of quotation marks and the next.
fn quoted(words: &[String], lang: Lang) -> String {
    match lang {
        Lang::En => words.join("”, “"),
        Lang::Kk | Lang::Ru => words.join("», «"),
    }
}

/// The first of so many names.
fn listed(count: usize, names: &[String]) -> String {
    let more = if names.len() < count { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}

fn worded(reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::Instruction { act } => reason_instruction(lang, act),
        Reason::Consolidated => reason_consolidated(lang),
        Reason::Original => reason_original(lang),
        Reason::Cited { act } => reason_cited(lang, act),
        Reason::CarriedOut { act } => reason_carried_out(lang, act),
        Reason::TakenBack { act } => reason_taken_back(lang, act),
        Reason::NotesSilent { acts } => reason_notes_silent(lang, acts),
        Reason::OrdersLeaveAlone { acts } => reason_orders_leave_alone(lang, acts),
        Reason::AmendedAround { acts } => reason_amended_around(lang, acts),
        Reason::NotesSwallowed { acts } => reason_notes_swallowed(lang, acts),
        Reason::NotesGone => reason_notes_gone(lang),
        Reason::BeyondText { acts } => reason_beyond_text(lang, acts),
        Reason::WordsMayHaveStood { act, words } => {
            reason_words_may_have_stood(lang, act, quoted(words, lang))
        }
        Reason::WordsMayHaveGone { act, words } => {
            reason_words_may_have_gone(lang, act, quoted(words, lang))
        }
        Reason::AfterHorizon { horizon } => reason_after_horizon(lang, *horizon),
        Reason::ReplacedTextMissing { act } => reason_replaced_text_missing(lang, act),
        Reason::NewTextMissing { act } => reason_new_text_missing(lang, act),
        Reason::RemovedTextMissing { act } => reason_removed_text_missing(lang, act),
        Reason::NoText => reason_no_text(lang),
        Reason::PlannedTextMissing { act } => reason_planned_text_missing(lang, act),
        Reason::EffectDayUnknown { act, earliest, latest } => {
            let window = Window { earliest: *earliest, latest: *latest };
            reason_effect_day_between(lang, act, days::from(window, lang))
        }
        Reason::ActNotInEffect { .. } => reason_act_not_in_effect(lang),
        Reason::AddedLater { act } => reason_added_later(lang, act),
        Reason::InsertedNumber => reason_inserted_number(lang),
        Reason::NotAdopted => reason_not_adopted(lang),
        Reason::OrderContradicted { acts } => reason_order_contradicted(lang, acts),
        Reason::OrderOfEffectUnknown { acts } => reason_order_of_effect_unknown(lang, acts),
        Reason::NoteUnread => reason_note_unread(lang),
        Reason::FilesUnread { count, files } => {
            reason_files_unread(lang, *count, listed(*count, files))
        }
        Reason::SourcesDiffer => reason_sources_differ(lang),
        Reason::Suspended { act, until: None } => reason_suspended(lang, act),
        Reason::Suspended { act, until: Some(day) } => reason_suspended_until(lang, act, *day),
        Reason::Expired { act } => reason_expired(lang, act),
        Reason::SameDay { acts } => reason_same_day(lang, acts),
        Reason::Removed { act } => reason_removed(lang, act),
        Reason::Repealed { act } => reason_repealed(lang, act),
        Reason::DroppedByRestatement { act } => reason_dropped_by_restatement(lang, act),
        Reason::FormerUnknown => reason_former_unknown(lang),
        Reason::PartsUnknown { act: Some(act) } => reason_parts_unknown_by(lang, act),
        Reason::PartsUnknown { act: None } => reason_parts_unknown(lang),
    }
}
