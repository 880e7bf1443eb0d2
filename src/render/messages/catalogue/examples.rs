//! What each example of the help asks: `example_<command>_<number>`.

super::catalogue! {
    String;

    example_nusqa_1() {
        kk: "832 қаулының 8-тармағы 2022 жылғы 1 қаңтарда не деген",
        ru: "Что говорил пункт 8 постановления № 832 на 1 января 2022 года",
        en: "What point 8 of Resolution 832 said on 1 January 2022",
    }
    example_nusqa_2() {
        kk: "Норма мен күн құжаттарда жазылатындай аталуы мүмкін",
        ru: "Норму и день можно назвать так, как пишут в документах",
        en: "A provision and a day may be named as documents name them",
    }
    example_nusqa_3() {
        kk: "Тармақшаның барлық редакциялары",
        ru: "Все редакции подпункта",
        en: "Every version of a sub-point",
    }
    example_nusqa_4() {
        kk: "Бұл сөздер сол күні қай нормаларда тұрған",
        ru: "В каких нормах стояли эти слова в тот день",
        en: "Which provisions had these words on that day",
    }
    example_build_1() {
        kk: "Корпустың өзгерген бөлігін индекске енгізу",
        ru: "Внести в индекс то, что изменилось в корпусе",
        en: "Take into the index what changed in the corpus",
    }
    example_build_2() {
        kk: "Индекстің бүтіндігін және ескірмегенін тексеру",
        ru: "Проверить, что индекс цел и не устарел",
        en: "Check that the index is whole and not out of date",
    }
    example_import_git_1() {
        kk: "Нені алып, нені алмайтынын көрсету, ештеңе жазбай",
        ru: "Показать, что будет взято и что нет, ничего не записывая",
        en: "Show what would be taken and what not, and write nothing",
    }
    example_import_git_2() {
        kk: "Тек осы күннен бергі редакциялар",
        ru: "Только редакции с этой даты",
        en: "Only redactions of this date and later",
    }
    example_add_1() {
        kk: "Файлдан не түсінілгенін көрсету, ештеңе жазбай",
        ru: "Показать, что понято из файла, ничего не записывая",
        en: "Show what is understood of a file, without writing anything",
    }
    example_add_2() {
        kk: "Кестедегі жарияланған күндерден карточкаларға не жазылар еді",
        ru: "Какие дни опубликования из таблицы были бы записаны в карточки",
        en: "Which days of publication in a table would go into the cards",
    }
    example_acts_1() {
        kk: "Корпуста қандай актілер бар",
        ru: "Какие акты есть в корпусе",
        en: "Which acts the corpus has",
    }
    example_acts_2() {
        kk: "Сол тізім басқа бағдарламалар үшін",
        ru: "Тот же список для других программ",
        en: "The same list for other programs",
    }
    example_tree_1() {
        kk: "Актінің мәтіні қалай бөлінгені",
        ru: "Как разобран текст акта",
        en: "How the text of an act was taken apart",
    }
    example_tree_2() {
        kk: "Файлдағы мәтін қалай бөлінгені; индекс керек емес",
        ru: "Как разобран текст из файла; индекс не нужен",
        en: "How the text of a file was taken apart; no index is needed",
    }
    example_outline_1() {
        kk: "832 қаулының 2022 жылғы 1 қаңтардағы құрылымы",
        ru: "Структура постановления № 832 на 1 января 2022 года",
        en: "The units of Resolution 832 on 1 January 2022",
    }
    example_outline_2() {
        kk: "Бір баптың бүгінгі бөліктері",
        ru: "Части одной статьи на сегодня",
        en: "The parts of one article today",
    }
    example_show_1() {
        kk: "8-тармақ 2022 жылғы 1 қаңтарда не деген",
        ru: "Что говорил пункт 8 на 1 января 2022 года",
        en: "What point 8 said on 1 January 2022",
    }
    example_show_2() {
        kk: "Тармақшаның мәтіні және жауаптың неге сүйенетіні",
        ru: "Текст подпункта и то, на чём основан ответ",
        en: "The words of a sub-point, and what the answer rests on",
    }
    example_show_3() {
        kk: "20 қаңтарда қандай болғаны, 1 ақпанға дейін белгілі болған актілер бойынша",
        ru: "Каким он был 20 января по актам, принятым по 1 февраля",
        en: "What it was on 20 January, by the acts adopted up to 1 February",
    }
    example_history_1() {
        kk: "Тармақшаның барлық редакциялары",
        ru: "Все редакции подпункта",
        en: "Every version of a sub-point",
    }
    example_history_2() {
        kk: "Екі жыл ішінде қолданыста болған редакциялар",
        ru: "Редакции, действовавшие в течение двух лет",
        en: "The versions that held within two years",
    }
    example_diff_1() {
        kk: "Екі күн арасында тармақта не өзгерген",
        ru: "Что изменилось в пункте между двумя днями",
        en: "What changed in a point between two days",
    }
    example_diff_2() {
        kk: "Бір жылда бүкіл қаулыда өзгерген жерлердің тізімі",
        ru: "Перечень мест постановления, изменённых за год",
        en: "A list of the places of a resolution that changed within a year",
    }
    example_instructions_1() {
        kk: "12 қаулы нені қалай өзгертуді тапсырады",
        ru: "Что и как предписывает изменить постановление № 12",
        en: "What Resolution 12 orders to be changed, and how",
    }
    example_instructions_2() {
        kk: "Файлдағы актінің нұсқамалары, бағдарламалар үшін",
        ru: "Предписания акта из файла, для программ",
        en: "The orders of an act in a file, for programs",
    }
    example_events_1() {
        kk: "832 қаулыны кім, қашан және қай жерде өзгерткен",
        ru: "Кто, когда и где изменял постановление № 832",
        en: "Who changed Resolution 832, when and where",
    }
    example_events_2() {
        kk: "Заңның барлық өзгерістері, бағдарламалар үшін",
        ru: "Все изменения закона, для программ",
        en: "Every change of the law, for programs",
    }
    example_refs_1() {
        kk: "29-1-тармақ неге сілтеме жасайды және оған кім сілтеме жасайды",
        ru: "На что ссылается пункт 29-1 и кто ссылается на него",
        en: "What point 29-1 cites, and who cites it",
    }
    example_refs_2() {
        kk: "Заңның бабына сілтемелер",
        ru: "Ссылки статьи закона и ссылки на неё",
        en: "The citations of an article, from it and of it",
    }
    example_terms_1() {
        kk: "Қаулының сол күнгі ұғымдары мен қысқартулары",
        ru: "Понятия и сокращения постановления на этот день",
        en: "The terms and abbreviations of a resolution on that day",
    }
    example_terms_2() {
        kk: "Заңның бүгінгі ұғымдары, бағдарламалар үшін",
        ru: "Понятия закона на сегодня, для программ",
        en: "The terms of a law today, for programs",
    }
    example_apply_1() {
        kk: "12 қаулы 832 қаулыда нені өзгертетіні",
        ru: "Что постановление № 12 меняет в постановлении № 832",
        en: "What Resolution 12 changes in Resolution 832",
    }
    example_apply_2() {
        kk: "Сол өзгерістердің салыстырма кестесі",
        ru: "Сравнительная таблица тех же изменений",
        en: "The comparative table of the same changes",
    }
    example_audit_1() {
        kk: "Қаулының мәтіні өзгертетін актілерге қай жерде қайшы келеді",
        ru: "Где текст постановления расходится с изменяющими актами",
        en: "Where the text of a resolution disagrees with the acts that amend it",
    }
    example_audit_2() {
        kk: "12 қаулының әр нұсқамасы орындалған ба",
        ru: "Выполнено ли каждое предписание постановления № 12",
        en: "Whether every order of Resolution 12 was carried out",
    }
    example_blame_1() {
        kk: "17-1-тармақтың сөздерін қай акт енгізген",
        ru: "Какой акт внёс слова пункта 17-1",
        en: "Which act brought the words of point 17-1",
    }
    example_blame_2() {
        kk: "Сол жауап бағдарламалар үшін",
        ru: "Такой же ответ для программ",
        en: "Such an answer for programs",
    }
    example_upcoming_1() {
        kk: "2022 жылғы 1 қаңтарда әлі күшіне енбеген өзгерістер",
        ru: "Изменения, ещё не вступившие в силу на 1 января 2022 года",
        en: "The changes that did not hold yet on 1 January 2022",
    }
    example_upcoming_2() {
        kk: "Тек бір актінің өзгерістері",
        ru: "Изменения одного акта",
        en: "Those of one act",
    }
    example_changes_1() {
        kk: "Осы күнге дейін соңғы құрылған индекстен бері не өзгерді",
        ru: "Что изменилось с последней сборки на этот день",
        en: "What changed since the last build up to this day",
    }
    example_changes_2() {
        kk: "Сол жауап көшірме сақтайтын бағдарламалар үшін",
        ru: "Тот же ответ для программ, которые хранят копии",
        en: "The same for programs that keep copies",
    }
    example_check_1() {
        kk: "Қаулының мәтінінде не оқылмады",
        ru: "Что не прочитано в тексте постановления",
        en: "What could not be read in the text of a resolution",
    }
    example_check_2() {
        kk: "Заң көшірмесінің ақаулары үзінділерімен",
        ru: "Дефекты копии закона с выдержками",
        en: "The faults of a copy of a law, with excerpts",
    }
    example_search_1() {
        kk: "Сөздер қай тұлғада және қалай жазылса да табылады",
        ru: "Слова находятся в любой форме и в любом написании",
        en: "Words are found in every form and spelling",
    }
    example_search_2() {
        kk: "Бір актінің барлық редакцияларында",
        ru: "Во всех редакциях одного акта",
        en: "In every redaction of one act",
    }
    example_search_3() {
        kk: "Осы сөздердің жанында екі күн арасында не өзгергені",
        ru: "Что изменилось рядом с этими словами между двумя днями",
        en: "What changed around these words between two days",
    }
    example_analyze_1() {
        kk: "Сөздің түбірі мен іздеу кілттері",
        ru: "Основа слова и ключи поиска",
        en: "The stem of a word and the keys of search",
    }
    example_analyze_2() {
        kk: "Нөмірлі сөз қалай бөлінеді",
        ru: "Как разбирается слово с номером",
        en: "How a word with a number is taken apart",
    }
    example_export_1() {
        kk: "Барлық актілердің барлық редакциялары Akoma Ntoso пішімінде",
        ru: "Все редакции всех актов в формате Akoma Ntoso",
        en: "Every version of every act in Akoma Ntoso",
    }
    example_export_2() {
        kk: "Бір актінің бір күнгі мәтіні",
        ru: "Текст одного акта на один день",
        en: "The text of one act on one day",
    }
    example_site_1() {
        kk: "Барлық актілерді браузерде оқылатын беттерге айналдыру",
        ru: "Превратить все акты в страницы для браузера",
        en: "Make pages for a browser of all acts",
    }
    example_site_2() {
        kk: "Сол беттер, алдымен орысша көрсетілетін",
        ru: "Те же страницы, сначала на русском языке",
        en: "The same pages, shown in Russian first",
    }
    example_schema_1() {
        kk: "Барлық JSON құжаттарының сипаттамасы",
        ru: "Описание всех документов JSON",
        en: "The description of every JSON document",
    }
    example_schema_2() {
        kk: "Сол сипаттама: `--json` оны өзгертпейді",
        ru: "То же описание: `--json` его не меняет",
        en: "The same: `--json` does not change it",
    }
    example_serve_1() {
        kk: "http://127.0.0.1:8080/ мекенжайында жауап беру",
        ru: "Отвечать по адресу http://127.0.0.1:8080/",
        en: "Answer at http://127.0.0.1:8080/",
    }
    example_serve_2() {
        kk: "Бос портта, тілі көрсетілмеген сұрақтарға орысша жауап беру",
        ru: "На свободном порту, по-русски тем, кто не указал язык",
        en: "On a free port, in Russian to those who name no language",
    }
    example_mcp_1() {
        kk: "Тіл моделінің клиентіне стандартты енгізу мен шығару арқылы жауап беру",
        ru: "Отвечать клиенту языковой модели через стандартный ввод и вывод",
        en: "Answer the client of a language model on standard input and output",
    }
    example_mcp_2() {
        kk: "Осы қалтадағы корпус бойынша, ағылшынша",
        ru: "По корпусу из этой папки, по-английски",
        en: "About the corpus of this folder, in English",
    }
    example_completions_1() {
        kk: "Bash қабығына арналған толықтыру",
        ru: "Автодополнение для Bash",
        en: "Completions for Bash",
    }
    example_completions_2() {
        kk: "Zsh қабығына, сипаттамалары орысша",
        ru: "Для Zsh, с описаниями на русском языке",
        en: "For Zsh, its descriptions in Russian",
    }
    example_man_1() {
        kk: "Барлық анықтама беттері қатарынан",
        ru: "Все страницы руководства подряд",
        en: "All pages of the manual, one after the other",
    }
    example_man_2() {
        kk: "Беттерді қалтаға қазақ тілінде жазу",
        ru: "Записать страницы в папку на казахском языке",
        en: "Write the pages into a folder, in Kazakh",
    }
}
