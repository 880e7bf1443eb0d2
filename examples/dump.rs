//! scratch
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let d = nusqa::source::read_file(std::path::Path::new(&file), &file).unwrap();
    let t = nusqa::parse::parse(&d);
    for u in &t.units {
        let s: String = u.text.chars().take(100).collect();
        println!(
            "{}-{} {} {} {} | {} {:?}",
            u.lines.0,
            u.lines.1,
            u.kind,
            u.address,
            u.status.name(),
            s,
            u.heading.as_ref().map(|h| h.chars().take(30).collect::<String>())
        );
    }
    if std::env::args().nth(2).is_some() {
        for f in &t.faults {
            println!("F {} {:?} {:?} -> {:?}", f.line, f.kind, f.printed, f.reading);
        }
    }
    println!("{} {} {:?}", t.characters, t.covered, d.format);
}
