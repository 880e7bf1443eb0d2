//! The help texts of commands, arguments and options: `help_command_…` by command, `help_arg_…`
//! by argument, `value_…` by the name that stands for a value.

super::catalogue! {
    String;

    help_heading_usage() { kk: "Қолданылуы", ru: "Использование", en: "Usage" }
    help_heading_commands() { kk: "Командалар", ru: "Команды", en: "Commands" }
    help_heading_arguments() { kk: "Аргументтер", ru: "Аргументы", en: "Arguments" }
    help_heading_options() { kk: "Параметрлер", ru: "Параметры", en: "Options" }
    help_heading_global() { kk: "Жалпы параметрлер", ru: "Общие параметры", en: "Common options" }
    help_token_options() { kk: "[ПАРАМЕТРЛЕР]", ru: "[ПАРАМЕТРЫ]", en: "[OPTIONS]" }
    help_token_command() { kk: "<КОМАНДА>", ru: "<КОМАНДА>", en: "<COMMAND>" }

    help_command_nusqa() {
        kk: "Қазақ тіліндегі акт нормасы белгілі бір күні не деген, ол қандай дәлелге сүйенеді және қаншалықты анық",
        ru: "Что говорила норма акта на казахском языке в тот или иной день, на каком основании и насколько это достоверно",
        en: "What a provision of a Kazakh-language act said on a day, on what evidence, and how sure that is",
    }
    help_command_build() {
        kk: "Корпусты оқып, индекс құрады; өзгергенін ғана жаңартады",
        ru: "Читает корпус и строит индекс; обновляет только изменившееся",
        en: "Reads the corpus and writes the index; only what changed is redone",
    }
    help_command_acts() {
        kk: "Корпустағы актілер және олардың қай күнге дейін белгілі екені",
        ru: "Акты корпуса и то, по какой день они известны",
        en: "The acts of the corpus and up to which day they are known",
    }
    help_command_tree() {
        kk: "Бір мәтіннің басылған күйіндегі құрылымы, уақытқа қатысы жоқ",
        ru: "Структура одного текста, как он напечатан, без вопроса о времени",
        en: "The structure of one text as printed, without any question of time",
    }
    help_command_outline() {
        kk: "Актінің белгілі бір күнгі құрылымдық элементтері",
        ru: "Структурные элементы акта на заданный день",
        en: "The units of an act on a day",
    }
    help_command_show() {
        kk: "Акт немесе оның нормасы белгілі бір күні не деген және қандай дәлел бойынша",
        ru: "Что говорил акт или его норма в заданный день и на каком основании",
        en: "What an act or a provision said on a day, and on what evidence",
    }
    help_command_history() {
        kk: "Норманың барлық редакциялары: күндері, нені не енгізген, не аяқтаған",
        ru: "Все редакции нормы: их дни, чем введены и чем прекращены",
        en: "Every version of a provision with its days, what made it and what ended it",
    }
    help_command_diff() {
        kk: "Екі күн арасында не өзгерген, оны қай акт өзгерткен және не белгісіз",
        ru: "Что изменилось между двумя днями, каким актом и что неизвестно",
        en: "What changed between two days, by which act, and what is not known",
    }
    help_command_changes() {
        kk: "Индекстің екі нұсқасы арасында қандай актілер мен нормалар өзгергені",
        ru: "Какие акты и нормы изменились между двумя сборками индекса",
        en: "Which acts and provisions changed between two builds of the index",
    }
    help_command_check() {
        kk: "Мәтіндердің қай жері оқылмады: қамтылған үлес, көшірменің ақаулары, оқылмаған ескертулер мен нұсқамалар",
        ru: "Что в текстах не прочитано: охват, дефекты копии, непонятые примечания и предписания",
        en: "What could not be read: coverage, faults of the copy, notes and orders not understood",
    }
    help_command_instructions() {
        kk: "Өзгертетін актінің нұсқамалары: нені, қай жерде, қандай сөздермен, қашаннан бастап",
        ru: "Предписания изменяющего акта: что, где, какими словами и с какого дня",
        en: "An amending act as orders: what, where, with what words, from when",
    }
    help_command_events() {
        kk: "Ескертулер мен нұсқамалар бойынша актінің барлық өзгерістері",
        ru: "Все изменения акта по примечаниям и предписаниям",
        en: "Every change that notes and orders tell of an act",
    }
    help_command_refs() {
        kk: "Норма белгілі бір күні неге сілтеме жасайды және оған кім сілтеме жасайды",
        ru: "На что норма ссылается в заданный день и кто ссылается на неё",
        en: "What a provision cites on a day, and who cites it",
    }
    help_command_terms() {
        kk: "Актінің белгілі бір күнгі ұғымдары мен қысқартулары",
        ru: "Понятия и сокращения акта на заданный день",
        en: "The defined terms and abbreviations of an act on a day",
    }
    help_command_apply() {
        kk: "Өзгертетін актіні немесе оның жобасын актіге не файлға қолданып көреді",
        ru: "Применяет изменяющий акт или его проект к акту или файлу",
        en: "Carries out an amending act, also a draft, on an act or a file",
    }
    help_command_audit() {
        kk: "Актінің мәтіні, ескертулері және өзгертетін актілер қай жерде бір-біріне қайшы келеді",
        ru: "Где расходятся текст акта, примечания и изменяющие акты",
        en: "Where the text of an act, its notes and the amending acts disagree",
    }
    help_command_blame() {
        kk: "Норманың сөздерін қай акт және қай нұсқама енгізген",
        ru: "Какой акт и какое предписание внесли слова нормы",
        en: "Which act and order brought each run of words of a provision",
    }
    help_command_upcoming() {
        kk: "Көзделген және әлі қолданысқа енгізілмеген өзгерістер",
        ru: "Предусмотренные и ещё не вступившие в силу изменения",
        en: "Planned and not yet effective changes",
    }
    help_command_search() {
        kk: "Белгілі бір күні қолданыста болған нормаларды сөздері бойынша іздейді",
        ru: "Ищет нормы по словам на заданный день",
        en: "Finds provisions by their words, on a day",
    }
    help_command_analyze() {
        kk: "Іздеу сөздерден не жасайтынын көрсетеді: түбірлер мен кілттер",
        ru: "Показывает, что поиск делает из слов: основы и ключи",
        en: "Shows what search makes of words: stems and keys",
    }
    help_command_add() {
        kk: "Жаңа мәтіндерді корпусқа қосады: пішімін таниды, деректемелерін оқиды, карточка жазады",
        ru: "Добавляет тексты в корпус: узнаёт формат, читает реквизиты, пишет карточку",
        en: "Puts texts into the corpus: recognises the format, reads the requisites, writes the card",
    }
    help_command_export() {
        kk: "Актілерді басқа бағдарламаларға арналған пішімде жазады",
        ru: "Записывает акты в форматах других программ",
        en: "Writes acts in formats of other programs",
    }
    help_command_import_git() {
        kk: "Git репозиторийіндегі редакцияларды корпусқа алады",
        ru: "Берёт редакции из репозитория git в корпус",
        en: "Takes redactions from a git repository into the corpus",
    }
    help_command_site() {
        kk: "Барлық актіні браузерде оқылатын сайт етіп жазады; сервер керек емес",
        ru: "Записывает все акты как сайт для чтения в браузере; сервер не нужен",
        en: "Writes all acts as a site that is read in a browser, without a server",
    }
    help_command_schema() {
        kk: "`--json` режимінде басылатынның бәріне арналған JSON Schema",
        ru: "JSON Schema всего, что печатается в режиме `--json`",
        en: "The JSON Schema of everything printed with `--json`",
    }

    help_command_serve() {
        kk: "Сұрақтарға HTTP арқылы жауап береді: JSON API және беттер",
        ru: "Отвечает на вопросы по HTTP: JSON API и страницы",
        en: "Answers questions over HTTP: a JSON API and pages",
    }
    help_command_mcp() {
        kk: "Тіл модельдерінің сұрақтарына MCP хаттамасы бойынша стандартты енгізу мен шығару арқылы жауап береді",
        ru: "Отвечает языковым моделям по протоколу MCP через стандартный ввод и вывод",
        en: "Answers language models by the Model Context Protocol, on standard input and output",
    }

    help_command_completions() {
        kk: "Командаларды қабықта (bash, zsh, fish, elvish, powershell) толықтыру сценарийі",
        ru: "Сценарий автодополнения для оболочки: bash, zsh, fish, elvish, powershell",
        en: "Completions for a shell: bash, zsh, fish, elvish, powershell",
    }
    help_command_man() {
        kk: "Анықтама беттері (man): бағдарламаның өзіне және әр командаға бір-бірден",
        ru: "Страницы руководства (man): одна для программы и по одной для каждой команды",
        en: "The manual (man): a page for the program and one for each command",
    }

    help_arg_act() {
        kk: "Акт: нөмірі (`832`, `418-V`, `343/НҚ`), IRI немесе тақырыбының сөздері",
        ru: "Акт: номер (`832`, `418-V`, `343/НҚ`), IRI или слова названия",
        en: "The act: its number (`832`, `418-V`, `343/НҚ`), its IRI, or words of its title",
    }
    help_arg_address() {
        kk: "Норма: `6/17)`, `7-баптың 11) тармақшасы`, `art_7__point_11`; көрсетілмесе, бүкіл акт",
        ru: "Норма: `6/17)`, `7-баптың 11) тармақшасы`, `art_7__point_11`; без неё – весь акт",
        en: "The provision: `6/17)`, `7-баптың 11) тармақшасы`, `art_7__point_11`; the whole act without it",
    }
    help_arg_target() {
        kk: "Мәтін файлы немесе корпустағы акт",
        ru: "Файл с текстом или акт корпуса",
        en: "A file with a text, or an act of the corpus",
    }
    help_arg_audited() {
        kk: "Акт: нөмірі, IRI немесе тақырыбының сөздері; көрсетілмесе, корпустағы барлық акт",
        ru: "Акт: номер, IRI или слова названия; без него все акты корпуса",
        en: "The act: its number, its IRI, or words of its title; without it every act of the corpus",
    }
    help_arg_all_orders() {
        kk: "Әр нұсқаманың немен аяқталғанын көрсетеді",
        ru: "Показывает, чем кончилось каждое предписание",
        en: "Lists how every order closed",
    }
    help_arg_witness() {
        kk: "Актінің қай мәтіні, корпуста бірнешеуі болса",
        ru: "Какой из текстов акта, если в корпусе их несколько",
        en: "Which text of the act, where the corpus has several",
    }
    help_arg_on() {
        kk: "Осы күні қолданыста болғаны (әдепкіде бүгін): `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
        ru: "Что действовало в этот день (по умолчанию сегодня): `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
        en: "What was in force on this day (today by default): `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
    }
    help_arg_batch() {
        kk: "Сұрақтарды стандартты кірістен JSON жолдары ретінде оқып, әрқайсысына бір жолмен жауап береді",
        ru: "Читает вопросы из стандартного ввода строками JSON и на каждый отвечает строкой",
        en: "Reads questions as lines of JSON from standard input and answers each with a line",
    }
    help_arg_earlier_build() {
        kk: "Индекстің бұрынғы нұсқасы: корпус хеші (`generator.corpus`) не оның басы, немесе күн – сол күні не одан бұрын соңғы құрылғаны",
        ru: "Прежняя сборка: хеш её корпуса (`generator.corpus`) или его начало, либо день – последняя сборка не позже него",
        en: "The earlier build: the hash of its corpus (`generator.corpus`) or the beginning of it, or a day, the last build not later than it",
    }
    help_arg_after() {
        kk: "Осы күні әлі қолданыста болмаған өзгерістер (әдепкіде бүгін)",
        ru: "Изменения, ещё не действующие в этот день (по умолчанию сегодня)",
        en: "Changes that do not hold yet on this day (today by default)",
    }
    help_arg_out_folder() {
        kk: "Жазылатын қалта: жаңа, бос немесе бұрын осы команда жазған",
        ru: "Папка: новая, пустая или прежде записанная этой же командой",
        en: "The folder: a new one, an empty one, or one that this command wrote before",
    }
    help_arg_known_by() {
        kk: "Осы күнге дейін қабылданған актілер ғана ескеріледі",
        ru: "Учитываются только акты, принятые по этот день",
        en: "Only acts adopted up to this day are counted",
    }
    help_arg_adopted_by() {
        kk: "Осы күнге дейін қабылданған барлық өзгерістер, қолданысқа енгізілмегендері де",
        ru: "Все изменения, принятые по этот день, в том числе ещё не введённые в действие",
        en: "Every change adopted up to this day, in force or not",
    }
    help_arg_from() {
        kk: "Осы күннен бастап қолданыста болған редакциялар",
        ru: "Редакции, действовавшие начиная с этого дня",
        en: "Versions that held on this day or later",
    }
    help_arg_to() {
        kk: "Осы күнге дейін қолданыста болған редакциялар",
        ru: "Редакции, действовавшие по этот день",
        en: "Versions that held on this day or earlier",
    }
    help_arg_first_day() {
        kk: "Салыстыру осы күннен басталады: `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
        ru: "С какого дня сравнивать: `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
        en: "The day to compare from: `2021-06-01`, `01.06.2021`, `2021 жылғы 1 маусым`",
    }
    help_arg_second_day() {
        kk: "Салыстырылатын екінші күн (әдепкіде бүгін); біріншіден ерте де бола алады",
        ru: "День, с которым сравнивать (по умолчанию сегодня); может быть и раньше первого",
        en: "The day to compare with (today by default); it may be the earlier one",
    }
    help_arg_axis() {
        kk: "Уақыт реті: `in-force` – сол күні қолданыста болғаны, `adopted` – сол күнге дейін қабылданғанның бәрі",
        ru: "Порядок времени: `in-force` – действовавшее в эти дни, `adopted` – всё принятое по эти дни",
        en: "The order of time: `in-force`, what held on the days; `adopted`, all that was adopted up to them",
    }
    help_arg_side_by_side() {
        kk: "Екі редакцияны қатар көрсетеді",
        ru: "Показывает обе редакции рядом",
        en: "Shows both wordings side by side",
    }
    help_arg_summary() {
        kk: "Тек кестені көрсетеді: не, кім, қашаннан бастап, қаншалықты анық",
        ru: "Показывает только таблицу: что, кем, с какого дня, насколько достоверно",
        en: "Shows a table only: what, by whom, from when, how sure",
    }
    help_arg_all_units() {
        kk: "Өзгермеген бөліктерді де көрсетеді",
        ru: "Показывает и неизменившиеся части",
        en: "Shows what stayed the same, too",
    }
    help_arg_explain() {
        kk: "Толығырақ түсіндіреді: дереккөз сөздерін және сенімділіктің мағынасын көрсетеді",
        ru: "Объясняет подробнее: показывает слова источников и значение надёжности",
        en: "Explains in full: shows the words of the sources and what the certainty means",
    }
    help_arg_refs() {
        kk: "Сілтеме жасалған нормалардың сол күнгі сөздерін де көрсетеді",
        ru: "Показывает и слова норм, на которые есть ссылки, на тот же день",
        en: "Also shows the words of the provisions cited, of the same day",
    }
    help_arg_as_printed() {
        kk: "Сөздерді файлда басылған күйінде, көшірменің ақауларын жөндемей көрсетеді",
        ru: "Показывает слова так, как они напечатаны в файле, не исправляя дефектов копии",
        en: "Shows the words as the file prints them, faults of the copy included",
    }
    help_arg_explain_check() {
        kk: "Барлық ақауларды мәтіннің өзінен үзінділермен көрсетеді",
        ru: "Показывает все дефекты с выдержками из текста",
        en: "Shows every fault with an excerpt of the text",
    }
    help_arg_verify() {
        kk: "Индексті құрмай, тек тексереді",
        ru: "Только проверяет индекс, не строя его",
        en: "Verifies the index without building it",
    }
    help_arg_json() {
        kk: "Нәтижені JSON түрінде шығарады",
        ru: "Выводит результат в JSON",
        en: "Prints the result as JSON",
    }
    help_arg_orders() {
        kk: "Нұсқамалары бар мәтін: файл немесе корпустағы акт",
        ru: "Текст с предписаниями: файл или акт корпуса",
        en: "The text with the orders: a file, or an act of the corpus",
    }
    help_arg_onto() {
        kk: "Өзгертілетін мәтін: файл немесе корпустағы акт",
        ru: "Изменяемый текст: файл или акт корпуса",
        en: "The text to change: a file, or an act of the corpus",
    }
    help_arg_base_day() {
        kk: "Корпустағы актінің қай күнгі мәтіні өзгертіледі (көрсетілмесе – бүгінгі)",
        ru: "Текст акта на какой день изменяется (иначе – на сегодня)",
        en: "Which day's text of an act is changed (else today's)",
    }
    help_arg_table() {
        kk: "Салыстырма кесте: қолданыстағы және ұсынылатын редакция қатар; `.html` не `.docx` файлына жазады, файл аталмаса терминалға шығарады (конвейерде Markdown)",
        ru: "Сравнительная таблица: действующая и предлагаемая редакции рядом; пишет в файл `.html` или `.docx`, без имени печатает в терминале (в конвейере Markdown)",
        en: "The comparative table: present and proposed wording side by side, written to a `.html` or `.docx` file; without a name printed in the terminal (Markdown in a pipe)",
    }
    help_arg_html() {
        kk: "Жауапты басып шығаруға арналған HTML парағы ретінде файлға жазады; `-` – стандартты шығыс",
        ru: "Пишет ответ в файл HTML для печати; `-` – стандартный вывод",
        en: "Writes the answer to a file as an HTML paper to print; `-` is standard output",
    }
    help_arg_force() {
        kk: "Бар файлдың орнына жазады",
        ru: "Пишет вместо файла, который уже есть",
        en: "Writes over a file that is there already",
    }
    help_arg_diff() {
        kk: "Толық мәтіннің орнына тек өзгерген жерлерін көрсетеді",
        ru: "Показывает вместо полного текста только изменения",
        en: "Shows what changed instead of the whole text",
    }
    help_arg_corpus() {
        kk: "Корпус қалтасы (әдепкіде `corpus`)",
        ru: "Папка корпуса (по умолчанию `corpus`)",
        en: "The corpus folder (`corpus` by default)",
    }
    help_arg_index() {
        kk: "Индекс қалтасы (әдепкіде `index`)",
        ru: "Папка индекса (по умолчанию `index`)",
        en: "The index folder (`index` by default)",
    }
    help_arg_color() {
        kk: "Түс: `auto` – терминалда ғана, `always`, `never`",
        ru: "Цвет: `auto` – только в терминале, `always`, `never`",
        en: "Colour: `auto` – in a terminal only, `always`, `never`",
    }
    help_arg_lang() {
        kk: "Хабарлар тілі: `kk`, `ru`, `en` (көрсетілмесе: NUSQA_LANG, жүйенің тілі, қазақ тілі)",
        ru: "Язык сообщений: `kk`, `ru`, `en` (иначе NUSQA_LANG, язык системы, казахский)",
        en: "Language of messages: `kk`, `ru`, `en` (else NUSQA_LANG, the locale, Kazakh)",
    }
    help_arg_fresh() {
        kk: "Корпусты түгел қайта тексереді",
        ru: "Заново проверяет весь корпус",
        en: "Checks the whole corpus again",
    }
    help_arg_help() {
        kk: "Осы анықтаманы көрсетеді",
        ru: "Показывает эту справку",
        en: "Shows this help",
    }
    help_arg_version() {
        kk: "Нұсқасын көрсетеді",
        ru: "Показывает версию",
        en: "Shows the version",
    }

    help_arg_keys() {
        kk: "Сөздер неге қарап ізделеді: `stems` – түбірлер, `words` – сөздің өзі, `beginnings` – алғашқы бес әріп; соңғы екеуі салыстыру үшін ғана",
        ru: "По чему ищутся слова: `stems` – основы, `words` – сами слова, `beginnings` – первые пять букв; последние два только для сравнения",
        en: "What words are found by: `stems`, `words` as spelt, or `beginnings` of five letters; the last two for comparison only",
    }
    help_arg_query() {
        kk: "Сөздер; «дәл тіркес», «дәл түрі»~, -сөз, сөзбас*, act:832, in:heading, in:note",
        ru: "Слова; «фраза», «точная форма»~, -слово, начало*, act:832, in:heading, in:note",
        en: "Words; \"a phrase\", \"these very forms\"~, -word, beginning*, act:832, in:heading, in:note",
    }
    help_arg_within() {
        kk: "Тек осы актіден іздейді",
        ru: "Ищет только в этом акте",
        en: "Searches this act only",
    }
    help_arg_limit() {
        kk: "Ең көбі неше норма көрсетіледі (әдепкіде 10)",
        ru: "Сколько норм показать самое большее (по умолчанию 10)",
        en: "How many provisions are shown at most (10 by default)",
    }
    help_arg_any_date() {
        kk: "Барлық редакциялардан іздейді, нормаға бір жауап",
        ru: "Ищет во всех редакциях, один ответ на норму",
        en: "Searches every redaction, one hit a provision",
    }
    help_arg_changed_between() {
        kk: "Осы екі күн арасында ізделген сөздердің жанында өзгерген нормалар",
        ru: "Нормы, изменившиеся рядом с этими словами между двумя днями",
        en: "Provisions whose words around these changed between two days",
    }
    help_arg_explain_search() {
        kk: "Қай сөз түрі қай түбірге сәйкес келгенін айтады",
        ru: "Говорит, какая форма какой основе отвечает",
        en: "Says which form matched which stem",
    }
    help_arg_words() {
        kk: "Сөздер (берілмесе, стандартты енгізуден оқылады)",
        ru: "Слова (иначе читаются из стандартного ввода)",
        en: "Words (standard input is read without them)",
    }

    help_arg_shell() {
        kk: "Қабық: `bash`, `zsh`, `fish`, `elvish`, `powershell`",
        ru: "Оболочка: `bash`, `zsh`, `fish`, `elvish`, `powershell`",
        en: "The shell: `bash`, `zsh`, `fish`, `elvish`, `powershell`",
    }
    help_arg_pages_folder() {
        kk: "Беттер жазылатын қалта (көрсетілмесе, стандартты шығысқа)",
        ru: "Папка для страниц (иначе они печатаются)",
        en: "The folder to write the pages to (else they are printed)",
    }
    help_arg_no_pager() {
        kk: "Ұзын жауапты парақтаусыз шығарады (парақтағыш: NUSQA_PAGER, PAGER, `less`)",
        ru: "Выводит длинный ответ без постраничного просмотра (NUSQA_PAGER, PAGER, `less`)",
        en: "Prints long answers without a pager (NUSQA_PAGER, PAGER, `less`)",
    }
    help_arg_hyperlinks() {
        kk: "Файлдарға сілтемелер: `auto` – терминал білсе ғана, `always`, `never`",
        ru: "Ссылки на файлы: `auto` – если терминал их понимает, `always`, `never`",
        en: "Links to files: `auto` – where the terminal is known to have them, `always`, `never`",
    }

    help_arg_bind() {
        kk: "Қай IP-мекенжайда тыңдайды (әдепкіде `127.0.0.1` – тек осы компьютер)",
        ru: "На каком IP-адресе слушать (по умолчанию `127.0.0.1` – только этот компьютер)",
        en: "The IP address to listen on (`127.0.0.1` by default: this computer only)",
    }
    help_arg_port() {
        kk: "Порт (әдепкіде 8080; 0 – бос порттың бірі, ол стандартты шығысқа жазылады)",
        ru: "Порт (по умолчанию 8080; 0 – любой свободный, он печатается в стандартный вывод)",
        en: "The port (8080 by default; 0 takes a free one and prints it on standard output)",
    }
    help_arg_host() {
        kk: "Сервер тағы қандай атпен жауап береді (бірнеше рет берілуі мүмкін)",
        ru: "Под каким ещё именем отвечать (можно указать несколько раз)",
        en: "Another name to answer to (may be given several times)",
    }
    help_arg_timeout() {
        kk: "Бір сұраққа ең көбі неше секунд беріледі (әдепкіде 10)",
        ru: "Сколько секунд самое большее даётся на один вопрос (по умолчанию 10)",
        en: "How many seconds one question may take (10 by default)",
    }

    value_shell() { kk: "ҚАБЫҚ", ru: "ОБОЛОЧКА", en: "SHELL" }
    value_ip() { kk: "IP", ru: "IP", en: "IP" }
    value_port() { kk: "ПОРТ", ru: "ПОРТ", en: "PORT" }
    value_name() { kk: "АТ", ru: "ИМЯ", en: "NAME" }
    value_seconds() { kk: "СЕКУНД", ru: "СЕКУНДЫ", en: "SECONDS" }
    help_arg_added() {
        kk: "Мәтін файлдары немесе олар жатқан қалталар (DOCX, HTML, Markdown, жай мәтін)",
        ru: "Файлы с текстами или папки с ними (DOCX, HTML, Markdown, простой текст)",
        en: "Files of texts, or folders of them (DOCX, HTML, Markdown, plain text)",
    }
    help_arg_facts_table() {
        kk: "Актілердің күндері берілген кесте; олар карточкаларға жазылады",
        ru: "Таблица с днями актов; они записываются в карточки",
        en: "A table of days of acts, which are written into the cards",
    }
    help_arg_dry_add() {
        kk: "Не түсінілгенін ғана көрсетеді, ештеңе жазбайды",
        ru: "Только показывает, что понято; ничего не записывает",
        en: "Only shows what is understood; writes nothing",
    }
    help_arg_told_form() {
        kk: "Актінің түрі: `law`, `code`, `constitutional_law`, `decree`, `resolution`, `order`, `decision`",
        ru: "Форма акта: `law`, `code`, `constitutional_law`, `decree`, `resolution`, `order`, `decision`",
        en: "The legal form: `law`, `code`, `constitutional_law`, `decree`, `resolution`, `order`, `decision`",
    }
    help_arg_told_issuer() {
        kk: "Кім шығарды: `government`, `president` немесе қазақша атауы",
        ru: "Кто издал: `government`, `president` или название по-казахски",
        en: "Who issued it: `government`, `president`, or the name in Kazakh",
    }
    help_arg_told_number() {
        kk: "Актінің нөмірі",
        ru: "Номер акта",
        en: "The number of the act",
    }
    help_arg_told_adopted() {
        kk: "Қабылданған күні",
        ru: "День принятия",
        en: "The day of adoption",
    }
    help_arg_told_title() {
        kk: "Актінің тақырыбы",
        ru: "Название акта",
        en: "The title of the act",
    }
    help_arg_told_role() {
        kk: "Мәтін қандай: `original` – қабылданған күйінде, `consolidated` – өзгерістерімен, `amending` – басқа актілерді өзгертеді",
        ru: "Что за текст: `original` – как принят, `consolidated` – с изменениями, `amending` – меняет другие акты",
        en: "What the text is: `original` as adopted, `consolidated` with later changes, `amending` changes other acts",
    }
    help_arg_told_component() {
        kk: "Мәтін актінің қай құжаты: `бекітілген`, `1-қосымша`",
        ru: "Какой документ акта напечатан: `бекітілген`, `1-қосымша`",
        en: "The document of the act that the text prints: `бекітілген`, `1-қосымша`",
    }
    help_arg_told_redaction() {
        kk: "Дерекқор бұл редакцияны қай күнмен белгілейді; қолданысқа енгізілген күн емес",
        ru: "День, под которым база хранит эту редакцию; это не день вступления в силу",
        en: "The day under which a database files this redaction; never a day of effect",
    }
    help_arg_told_retrieved() {
        kk: "Мәтін жариялаушыдан қай күні алынды",
        ru: "В какой день текст взят у издателя",
        en: "The day on which the text was taken from its publisher",
    }
    help_arg_export_format() {
        kk: "Пішім: `akn` – Akoma Ntoso 1.0, әр редакция бір файл; `json`, `ndjson` – әр жердің барлық редакциясы, әр акт бір файл; `bulk` – іздеу жүйелерінің (OpenSearch, Elasticsearch) жолдары; `git` – репозиторий, әр күн бір коммит",
        ru: "Формат: `akn` – Akoma Ntoso 1.0, файл на редакцию; `json`, `ndjson` – все редакции каждого места, файл на акт; `bulk` – строки для поисковых систем (OpenSearch, Elasticsearch); `git` – репозиторий, коммит на день",
        en: "The format: `akn` is Akoma Ntoso 1.0, a file a version; `json` and `ndjson` are every version of every place, a file an act; `bulk` are lines for search engines (OpenSearch, Elasticsearch); `git` is a repository, a commit a day",
    }
    help_arg_export_out() {
        kk: "Файлдар жазылатын қалта; `-` – `ndjson` жолдары стандартты шығысқа шығады",
        ru: "Папка, в которую записываются файлы; `-` печатает строки `ndjson`",
        en: "The folder to which files are written; `-` prints the lines of `ndjson`",
    }
    help_arg_exported() {
        kk: "Акт: нөмірі, IRI немесе тақырыбының сөздері; көрсетілмесе, барлық акт",
        ru: "Акт: номер, IRI или слова названия; без него все акты",
        en: "The act: its number, its IRI, or words of its title; without it every act",
    }
    help_arg_exported_day() {
        kk: "Тек осы күні қолданыста болғаны; көрсетілмесе, барлық редакциялар",
        ru: "Только то, что действовало в этот день; без него все редакции",
        en: "Only what was in force on this day; without it every version",
    }
    help_arg_whole() {
        kk: "`akn` үшін: актінің барлық редакциясы бір файлда, әрқайсысы өз мерзімімен",
        ru: "Для `akn`: все редакции акта в одном файле, каждая со своим сроком",
        en: "For `akn`: every version of an act in one file, each with its period",
    }
    help_arg_repository() {
        kk: "Репозиторий: әр актіге бір қалта, ішінде `meta.yaml` мен `kaz.md` не `kaz/*.md`; не осы бағдарлама экспорттағаны",
        ru: "Репозиторий: папка на акт с `meta.yaml` и `kaz.md` либо `kaz/*.md`; или записанный экспортом этой программы",
        en: "The repository: a folder an act with `meta.yaml` and `kaz.md` or `kaz/*.md`, or one that this program exported",
    }
    help_arg_imported_since() {
        kk: "Тек осы күннен бастап жасалған редакциялар",
        ru: "Только редакции с этой даты",
        en: "Only redactions of this date and later ones",
    }
    help_arg_dry_run() {
        kk: "Ештеңе жазбайды, не істелетінін айтады",
        ru: "Ничего не пишет, а говорит, что было бы сделано",
        en: "Writes nothing and tells what would be done",
    }
    help_arg_author_dates() {
        kk: "Басқаша айтылмаса, коммит күні – редакция күні",
        ru: "Если не указано иное, день коммита – дата редакции",
        en: "The day of a commit is the date of the redaction where nothing else tells it",
    }
    value_repo() { kk: "РЕПО", ru: "РЕПО", en: "REPO" }
    help_arg_exported_axis() {
        kk: "`git` үшін: коммит күні – қабылданған (`adopted`) не күшіне енген (`in-force`) күн",
        ru: "Для `git`: день коммита – день принятия (`adopted`) или введения в действие (`in-force`)",
        en: "For `git`: commits are of days of adoption (`adopted`) or of effect (`in-force`)",
    }
    help_arg_overwrite() {
        kk: "Мазмұны басқа файлдардың үстінен жазады",
        ru: "Заменяет файлы с другим содержанием",
        en: "Replaces files that have other contents",
    }

    value_form() { kk: "ТҮРІ", ru: "ФОРМА", en: "FORM" }
    value_number() { kk: "НӨМІР", ru: "НОМЕР", en: "NUMBER" }
    value_role() { kk: "РӨЛ", ru: "РОЛЬ", en: "ROLE" }
    value_format() { kk: "ПІШІМ", ru: "ФОРМАТ", en: "FORMAT" }
    value_keys() { kk: "ТҮРІ", ru: "ВИД", en: "KEYS" }
    value_words() { kk: "СӨЗДЕР", ru: "СЛОВА", en: "WORDS" }
    value_count() { kk: "САН", ru: "ЧИСЛО", en: "COUNT" }
    value_act() { kk: "АКТ", ru: "АКТ", en: "ACT" }
    value_address() { kk: "МЕКЕНЖАЙ", ru: "АДРЕС", en: "ADDRESS" }
    value_target() { kk: "ФАЙЛ|АКТ", ru: "ФАЙЛ|АКТ", en: "FILE|ACT" }
    value_file() { kk: "ФАЙЛ", ru: "ФАЙЛ", en: "FILE" }
    value_dir() { kk: "ҚАЛТА", ru: "ПАПКА", en: "DIR" }
    value_build() { kk: "ХЕШ|КҮН", ru: "ХЕШ|ДАТА", en: "HASH|DATE" }
    value_date() { kk: "КҮН", ru: "ДАТА", en: "DATE" }
    value_when() { kk: "ҚАШАН", ru: "КОГДА", en: "WHEN" }
    value_axis() { kk: "РЕТ", ru: "ПОРЯДОК", en: "ORDER" }
    value_lang() { kk: "ТІЛ", ru: "ЯЗЫК", en: "LANG" }

    man_name() { kk: "АТЫ", ru: "ИМЯ", en: "NAME" }
    man_synopsis() { kk: "ҚОЛДАНЫЛУЫ", ru: "ИСПОЛЬЗОВАНИЕ", en: "SYNOPSIS" }
    help_examples() { kk: "Мысалдар", ru: "Примеры", en: "Examples" }
}
