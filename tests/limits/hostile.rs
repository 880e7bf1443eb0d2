//! A size → texts that no lawmaker would write: one thing said so often, or so deep, that a step
//! which looks back over everything before it would never come to an end.

/// A kind of text, and how much of it the tests make.
pub struct Hostile {
    pub name: &'static str,
    /// How often the thing is said where time is measured; a quarter of it elsewhere.
    pub size: usize,
    /// The text that says it so often.
    pub text: fn(usize) -> Vec<u8>,
}

/// A head that makes the text an amending act: what follows stands in its first article.
const AMENDING: &str = "# \"Сынақ туралы\" Қазақстан Республикасының Заңына өзгерістер мен \
толықтырулар енгізу туралы\n\nҚазақстан Республикасының 2019 жылғы 5 мамырдағы № 9-VI Заңы\n\n\
1-бап. \"Сынақ туралы\" 2015 жылғы 24 қарашадағы Қазақстан Республикасының Заңына мынадай \
өзгерістер енгізілсін:\n\n";

/// A head that makes the text a law.
const LAW: &str = "# Сынақ туралы\n\nҚазақстан Республикасының 2015 жылғы 24 қарашадағы № 1-V \
Заңы\n\n";

fn times(count: usize, piece: impl Fn(usize) -> String) -> String {
    (1..=count).map(piece).collect()
}

fn law(count: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    format!("{LAW}{}", times(count, piece)).into_bytes()
}

fn amending(count: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    format!("{AMENDING}{}", times(count, piece)).into_bytes()
}

/// One point that says a thing again and again.
fn point(count: usize, piece: &str) -> Vec<u8> {
    format!("{LAW}1-бап. Сынақ\n\n1. Сөз {} соңы.\n", piece.repeat(count)).into_bytes()
}

/// One order around a thing said again and again.
fn order(count: usize, piece: &str, end: &str) -> Vec<u8> {
    format!("{AMENDING}1) 1-бапта {} {end};\n", piece.repeat(count)).into_bytes()
}

fn page(inner: String) -> Vec<u8> {
    format!("<html><body><p>1. Сөз.</p>{inner}<p>2. Соңы.</p></body></html>").into_bytes()
}

macro_rules! hostile {
    ($($name:literal, $size:expr, $text:expr;)*) => {
        &[$(Hostile { name: $name, size: $size, text: $text }),*]
    };
}

/// Every kind of text.
pub const ALL: &[Hostile] = hostile! {
    // Units.
    "points", 20_000, |n| law(n, |i| format!("{i}. Сөз.\n\n"));
    "points of one number", 10_000, |n| law(n, |_| "1. Сөз.\n\n".into());
    "sub-points", 20_000, |n| law(n, |i| match i {
        1 => "1-бап. Сынақ\n\n1. Мыналар:\n\n".into(),
        _ => format!("{}) сөз;\n\n", i - 1),
    });
    "articles", 10_000, |n| law(n, |i| format!("{i}-бап. Атауы\n\nСөйлем. Тағы.\n\n"));
    "chapters", 5_000, |n| law(n, |i| format!("{i}-тарау. Атауы\n\n{i}-бап. Атауы\n\nСөз.\n\n"));
    "parts of an article", 20_000, |n| law(n, |i| match i {
        1 => "1-бап. Сынақ\n\n".into(),
        _ => "Сөйлем осында аяқталады.\n\n".into(),
    });
    "annexes", 5_000, |n| law(n, |i| format!("{i}-қосымша\n\n## Тізбе\n\n1. Сөз.\n\n"));
    "stamps of approval", 5_000, |n| law(n, |_| {
        "Қазақстан Республикасы  \nҮкіметінің  \n2016 жылғы 20 желтоқсандағы  \n\
         № 832 қаулысымен  \nбекітілген\n\n## Талаптар\n\n1. Сөз.\n\n".into()
    });
    "a dashed number", 5_000, |n| format!("{LAW}1{}. Сөз.\n", "-1".repeat(n)).into_bytes();
    "digits of a number", 100_000, |n| format!("{LAW}{}. Сөз.\n", "1".repeat(n)).into_bytes();
    "a Roman number", 100_000, |n| format!("{LAW}{} тарау. Сөз.\n", "I".repeat(n)).into_bytes();
    "contents", 5_000, |n| format!(
        "{LAW}Мазмұны\n\n{}{}",
        times(n, |i| format!("{i}-бап. Атауы\n\n")),
        times(n, |i| format!("{i}-бап. Атауы\n\nСөз.\n\n")),
    ).into_bytes();
    "unread lines", 20_000, |n| times(n, |_| "???\n\n".into()).into_bytes();
    "blank lines", 200_000, |n| law(n, |_| "\n".into());
    "signatures", 5_000, |n| law(n, |_| {
        "Қазақстан Республикасының\nПрезиденті\tН. НАЗАРБАЕВ\n\n".into()
    });
    // One line.
    "words", 100_000, |n| point(n, "ақпараттық ");
    "a word", 500_000, |n| point(n, "а");
    "open brackets", 50_000, |n| point(n, "(");
    "open brackets with words", 50_000, |n| point(n, "(сөз ");
    "closing brackets", 50_000, |n| point(n, ") ");
    "guillemets open", 50_000, |n| point(n, "«");
    "guillemets open with words", 50_000, |n| point(n, "«сөз ");
    "guillemets close", 50_000, |n| point(n, "»");
    "straight quotation marks", 50_000, |n| point(n, "\" ");
    "straight marks that open", 50_000, |n| point(n, " \"сөз");
    "quoted words", 20_000, |n| point(n, "\"сөз\", ");
    "asterisks", 50_000, |n| point(n, "*");
    "bold that never ends", 30_000, |n| point(n, "**сөз ");
    "bold and italics", 30_000, |n| point(n, "*a **b ");
    "underscores", 50_000, |n| point(n, "_a ");
    "backticks", 50_000, |n| point(n, "`");
    "backticks of many lengths", 400, |n| {
        let runs = times(n, |i| format!("{} ", "`".repeat(i)));
        format!("{LAW}1. Сөз {runs}\n").into_bytes()
    };
    "square brackets", 30_000, |n| point(n, "[");
    "links", 20_000, |n| point(n, "[a](b) ");
    "links that never end", 30_000, |n| point(n, "[a](");
    "images in links", 20_000, |n| point(n, "![[");
    "ampersands", 50_000, |n| point(n, "&");
    "entities", 50_000, |n| point(n, "&amp;");
    "less-than signs", 50_000, |n| point(n, "<");
    "tags in Markdown", 30_000, |n| point(n, "<b>");
    "tags that never end", 30_000, |n| point(n, "<a x=\"");
    "comments that never end", 30_000, |n| point(n, "<!-- ");
    "backslashes", 50_000, |n| point(n, "\\");
    "tildes", 50_000, |n| point(n, "~~a ");
    "carets and primes", 50_000, |n| point(n, "7^1^ ");
    "numbers in brackets", 30_000, |n| point(n, "1) ");
    "dots", 100_000, |n| point(n, ".");
    "dashes", 100_000, |n| point(n, "-");
    "commas", 100_000, |n| point(n, ",");
    "semicolons", 50_000, |n| point(n, "сөз; ");
    "dates", 20_000, |n| point(n, "2021 жылғы 1 маусымдағы ");
    "numbers of acts", 30_000, |n| point(n, "№ 5 ");
    "dated acts", 10_000, |n| point(n, "2021 жылғы 1 маусымдағы № 5 Заңына, ");
    "sentences", 50_000, |n| point(n, "Сөз. ");
    "combining marks", 100_000, |n| point(n, "\u{301}");
    "letters of two alphabets", 50_000, |n| point(n, "aа");
    "no-break spaces", 100_000, |n| point(n, "\u{a0}");
    "zero-width signs", 100_000, |n| point(n, "\u{200b}");
    "tabs", 100_000, |n| point(n, "\t");
    "tabs with words", 50_000, |n| point(n, "a\t");
    "returns", 100_000, |n| point(n, "\r");
    "control sequences", 50_000, |n| point(n, "\u{1b}[31m");
    "control sequences that never end", 50_000, |n| point(n, "\u{1b}[");
    "control strings that never end", 30_000, |n| point(n, "\u{1b}]");
    "bytes that are no text", 20_000, |n| {
        [LAW.as_bytes(), &b"1. a\xff\n\n".repeat(n)].concat()
    };
    // Lines.
    "quotation levels", 10_000, |n| format!("{LAW}{} Сөз.\n", ">".repeat(n)).into_bytes();
    "quotation levels with blanks", 10_000, |n| {
        format!("{LAW}{} Сөз.\n", "> ".repeat(n)).into_bytes()
    };
    "list levels", 500, |n| law(n, |i| format!("{}- сөз\n", "  ".repeat(i)));
    "list levels on a line", 10_000, |n| point(n, "- ");
    "heading marks", 100_000, |n| format!("{LAW}{} Сөз\n", "#".repeat(n)).into_bytes();
    "headings", 10_000, |n| law(n, |_| "## Атауы\n\n".into());
    "fences", 20_000, |n| law(n, |_| "```\n".into());
    "lines without a paragraph", 20_000, |n| law(n, |_| "сөз сөз\n".into());
    "lines that end in a comma", 20_000, |n| law(n, |_| "сөз,\n\n".into());
    "definitions of links", 20_000, |n| law(n, |i| format!("[{i}]: a\n"));
    // Tables.
    "columns", 20_000, |n| format!(
        "{LAW}|{}\n|{}\n|{}\n", "а|".repeat(n), "---|".repeat(n), "б|".repeat(n)
    ).into_bytes();
    "columns of tabs", 20_000, |n| format!(
        "{LAW}Р/с{}\n1{}\n", "\tа".repeat(n), "\tб".repeat(n)
    ).into_bytes();
    "rows", 20_000, |n| format!(
        "{LAW}| Р/с | Атауы |\n|---|---|\n{}", times(n, |i| format!("| {i} | сөз |\n"))
    ).into_bytes();
    "rows of tabs", 20_000, |n| format!(
        "{LAW}Р/с\tАтауы\tМерзімі\n{}", times(n, |i| format!("{i}.\tсөз\tжыл\n"))
    ).into_bytes();
    "tables", 5_000, |n| law(n, |i| format!("| Р/с | Атауы |\n|---|---|\n| {i} | сөз |\n\n"));
    // HTML.
    "nested divisions", 10_000, |n| page(format!("{}x{}", "<div>".repeat(n), "</div>".repeat(n)));
    "nested tables", 10_000, |n| page("<table><tr><td>a".repeat(n));
    "nested lists", 10_000, |n| page("<ol><li>a".repeat(n));
    "items of a list", 20_000, |n| page(format!("<ol>{}</ol>", "<li>a".repeat(n)));
    "reversed lists", 10_000, |n| page("<ol reversed><li>a".repeat(n));
    "nested comments", 50_000, |n| page("<!-- ".repeat(n));
    "HTML tags that never end", 50_000, |n| page("<a ".repeat(n));
    "HTML attributes that never end", 50_000, |n| page("<a x=\"".repeat(n));
    "scripts that never end", 50_000, |n| page("<script> ".repeat(n));
    "wide cells", 20_000, |n| page(format!(
        "<table><tr>{}</tr><tr><td>a</td><td>b</td></tr></table>", "<td colspan=40>a".repeat(n)
    ));
    "breaks", 50_000, |n| page("<br>".repeat(n));
    "breaks in a cell", 30_000, |n| page(format!(
        "<table><tr><td>{}</td></tr></table>", "a<br>".repeat(n)
    ));
    "raised digits", 50_000, |n| page("<sup>1</sup>".repeat(n));
    "raised digits that never end", 50_000, |n| page("<sup>1".repeat(n));
    "digits in a raised number", 100_000, |n| page(format!("<sup>{}</sup>", "1".repeat(n)));
    "entities in HTML", 50_000, |n| page("&laquo;".repeat(n));
    "ampersands in HTML", 50_000, |n| page("&".repeat(n));
    "unclosed paragraphs", 50_000, |n| page("<p>a".repeat(n));
    "closed articles", 20_000, |n| page("<article>a</article>".repeat(n));
    // Notes.
    "notes at a unit", 5_000, |n| law(n, |i| match i {
        1 => "1-бап. Сынақ\n\nСөз.\n\n".into(),
        _ => format!(
            "Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 03.07.2019 № {i}-VI (алғашқы ресми \
             жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі) \
             Заңымен.\n\n"
        ),
    });
    "acts in a note", 5_000, |n| format!(
        "{LAW}1-бап. Сынақ\n\nСөз.\n\nЕскерту. 1-бапқа өзгерістер енгізілді – ҚР {}Заңдарымен.\n",
        times(n, |i| format!("03.07.2019 № {i}-VI (01.01.2020 бастап қолданысқа енгізіледі); "))
    ).into_bytes();
    "units in a note", 5_000, |n| format!(
        "{LAW}1-бап. Сынақ\n\nСөз.\n\nЕскерту. 1-бапқа өзгерістер енгізілді – ҚР 03.07.2019 \
         № 5-VI ({}тармақтар 01.01.2020 бастап қолданысқа енгізіледі) Заңымен.\n",
        times(n, |i| format!("{i}, "))
    ).into_bytes();
    "tombstones", 5_000, |n| law(n, |i| {
        format!("{i}-бап. Алып тасталды – ҚР 03.07.2019 № 5-VI Заңымен.\n\n")
    });
    "notes that never end", 5_000, |n| law(n, |_| "Ескерту. 1-бапқа өзгеріс (\n\n".into());
    // Orders.
    "orders on one target", 5_000, |n| amending(n, |i| {
        format!("{i}) 1-баптың 1-тармағындағы \"а\" деген сөз \"б\" деген сөзбен ауыстырылсын;\n\n")
    });
    "orders on many targets", 5_000, |n| amending(n, |i| {
        format!("{i}) {i}-бап мынадай редакцияда жазылсын:\n\n\"{i}-бап. Атауы\n\nСөз.\";\n\n")
    });
    "orders that add", 5_000, |n| amending(n, |i| {
        format!("{i}) мынадай мазмұндағы 1-{i}-баппен толықтырылсын:\n\n\"1-{i}-бап. Атауы\n\nСөз.\";\n\n")
    });
    "orders that repeal", 5_000, |n| amending(n, |i| format!("{i}) {i}-бап алып тасталсын;\n\n"));
    "targets of an order", 5_000, |n| amending(1, |_| {
        format!("1) {}-баптар алып тасталсын;\n\n", times(n, |i| format!("{i}, ")))
    });
    "replaced words of an order", 5_000, |n| {
        order(n, "\"а\", ", "деген сөздер \"б\" деген сөзбен ауыстырылсын")
    };
    "pairs of words of an order", 1_000, |n| {
        order(n, "\"а\" деген сөз \"б\" деген сөзбен, ", "ауыстырылсын")
    };
    "places of an order", 5_000, |n| order(n, "1-тармақта, ", "\"а\" деген сөз алып тасталсын");
    "chained orders", 5_000, |n| order(n, "1-тармақ алып тасталсын, ", "алып тасталсын");
    "new text without an end", 10_000, |n| amending(n, |i| match i {
        1 => "1) 1-бап мынадай редакцияда жазылсын:\n\n\"1-бап. Атауы\n\n".into(),
        _ => format!("{}) сөз;\n\n", i - 1),
    });
    "new text in new text", 5_000, |n| amending(n, |i| {
        format!("{i}) 1-бап мынадай редакцияда жазылсын:\n\n\"1-бап. Атауы\n\n")
    });
    "amended acts", 3_000, |n| amending(n, |i| {
        format!("{i}. \"Атауы туралы\" 2015 жылғы 24 қарашадағы Қазақстан Республикасының Заңына:\n\n1-бап алып тасталсын.\n\n")
    });
    "ranges", 200, |n| order(n, "1-999-тармақтар, ", "алып тасталсын");
    "effect", 5_000, |n| format!(
        "{LAW}1. Осы Заң {}2020 жылғы 1 қаңтардан бастап қолданысқа енгізілетін баптарды \
         қоспағанда, алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.\n",
        times(n, |i| format!("{i}-баптың 1) тармақшасын, "))
    ).into_bytes();
    "rules of effect", 5_000, |n| law(n, |i| format!(
        "{i}-бап. Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң \
         қолданысқа енгізіледі.\n\n"
    ));
    "verbs of effect", 3_000, |n| format!(
        "{LAW}1. Осы Заң {}.\n", "алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі "
            .repeat(n)
    ).into_bytes();
    "verbs that last", 3_000, |n| format!(
        "{LAW}1. Осы Заң {}.\n", "2021 жылғы 1 маусымға дейін қолданыста болады, ".repeat(n)
    ).into_bytes();
    "days in a note", 3_000, |n| format!(
        "{LAW}1-бап. Сынақ\n\nСөз.\n\nЕскерту. 1-бапқа өзгеріс енгізілді – ҚР 03.07.2019 № 5-VI \
         ({}қолданысқа енгізіледі) Заңымен.\n",
        "01.01.2020 және 2021 жылғы 1 маусымға дейін ".repeat(n)
    ).into_bytes();
    "verbs in a note", 3_000, |n| format!(
        "{LAW}1-бап. Сынақ\n\nСөз.\n\nЕскерту. {}Заңымен.\n",
        "1-бапқа өзгеріс енгізілді – ҚР 03.07.2019 № 5-VI, ".repeat(n)
    ).into_bytes();
    "quoted words in a note", 3_000, |n| format!(
        "{LAW}1-бап. Сынақ\n\nСөз.\n\nЕскерту. 1-бапта {}ауыстырылды – ҚР 03.07.2019 № 5-VI \
         Заңымен.\n", "\"а\" деген сөз \"б\" деген сөзбен ".repeat(n)
    ).into_bytes();
    "words inserted by an order", 1_000, |n| {
        order(n, "\"а\" деген сөзден кейін \"б\" деген сөзбен, ", "толықтырылсын")
    };
    "places and words of an order", 1_000, |n| {
        order(n, "1-тармақта \"а\" деген сөз \"б\" деген сөзбен, ", "ауыстырылсын")
    };
    "repealed acts", 3_000, |n| law(n, |i| match i {
        1 => "1. Мыналардың күші жойылды деп танылсын:\n\n".into(),
        _ => format!(
            "{}) \"Атауы туралы\" Қазақстан Республикасы Үкіметінің 2015 жылғы 24 қарашадағы \
             № {i} қаулысы;\n\n", i - 1
        ),
    });
    "acts in a title", 3_000, |n| format!(
        "# {}туралы\n\n1. Сөз.\n", "\"Атауы туралы\" 2015 жылғы 24 қарашадағы № 5 Заңына ".repeat(n)
    ).into_bytes();
    // Terms and citations.
    "brackets in a term", 5_000, |n| format!(
        "{LAW}1-бап. Негізгі ұғымдар\n\nОсы Заңда мынадай негізгі ұғымдар пайдаланылады:\n\n\
         1) {}термин – мағынасы;\n\n", "(сөз) ".repeat(n)
    ).into_bytes();
    "brackets of short forms", 5_000, |n| point(n, "сөз (бұдан әрі ");
    "short forms without a sentence", 5_000, |n| point(n, "ақпараттық қауіпсіздік (бұдан әрі – АҚ");
    "initials", 20_000, |n| point(n, "H. ");
    "citations", 10_000, |n| point(n, "осы Заңның 7-бабының 1-тармағында, ");
    "citations without an owner", 10_000, |n| point(n, "7-баптың 1-тармағы ");
    "a chain of citations", 10_000, |n| point(n, "1-баптың ");
    "a list of citations", 10_000, |n| point(n, "1, 2-1 және 3) тармақшалар, ");
    "titles of cited acts", 5_000, |n| point(n, "\"Атауы туралы\" Қазақстан Республикасының Заңы ");
    "hereafter", 10_000, |n| point(n, "орган (бұдан әрі – орган) ");
    "terms", 5_000, |n| law(n, |i| match i {
        1 => "1-бап. Негізгі ұғымдар\n\nОсы Заңда мынадай негізгі ұғымдар пайдаланылады:\n\n".into(),
        _ => format!("{}) термин{i} – сөз термин{};\n\n", i - 1, i / 2),
    });
    "abbreviations", 5_000, |n| law(n, |i| {
        format!("{i}. Сөз (бұдан әрі – СӨЗ{i}) СӨЗ{} болады.\n\n", i / 2)
    });
};
