package structure

// keyword is a word that opens a division when a number follows it, or precedes it in "Prvo poglavje".
type keyword struct {
	kind Kind
	lang string // article words only: the language the word belongs to, empty if several share it
	slug string // prefix of the key; annexes name their sort: annex-schedule-1
}

// ranks order divisions from the outermost; a division closes those of its own and higher ranks.
var ranks = map[Kind]int{Annex: 1, Appended: 1, Contents: 1, Book: 2, Division: 3, Title: 4, Chapter: 5, Section: 6, Subsection: 7, Article: 8}

// slugs are the prefixes of the keys of ids.
var slugs = map[Kind]string{Book: "book", Division: "part", Title: "title", Chapter: "ch", Section: "section", Subsection: "subsection",
	Article: "art", Paragraph: "par", Point: "pt", Annex: "annex"}

// keywords by folded word (see fold).
var keywords = func() map[string]keyword {
	m := map[string]keyword{}
	add := func(k Kind, words ...string) {
		for _, w := range words {
			m[w] = keyword{kind: k}
		}
	}
	article := func(lang string, words ...string) {
		for _, w := range words {
			m[w] = keyword{kind: Article, lang: lang}
		}
	}
	article("sr-Latn", "clan", "čl", "cl")
	article("hr", "clanak")
	article("Cyrl", "член")
	article("sr-Cyrl", "члан")
	article("bg", "чл")
	article("el", "αρθρο", "αρθρον")
	article("ro", "articolul", "articol")
	article("sq", "neni")
	article("tr", "madde")
	article("en", "article")
	article("fr", "article")
	article("nl", "artikel")
	article("sl", "clen")
	m["art"] = keyword{kind: Article}
	m["article"] = keyword{kind: Article}
	add(Book, "βιβλιο", "kitap", "cartea", "libri", "knjiga", "књига", "книга", "book")
	add(Division, "μεροσ", "pjesa", "partea", "dio", "deo", "део", "дио", "дел", "del", "част", "part")
	add(Title, "τμημα", "titlul", "titulli", "kisim", "оддел", "title")
	add(Chapter, "κεφαλαιο", "kreu", "kapitulli", "glava", "глава", "poglavje", "capitolul", "bolum", "chapter")
	add(Section, "seksioni", "sectiunea", "sectiune", "odjeljak", "odeljak", "одељак", "odsjek", "odsek", "одсек", "oddelek", "раздел", "section", "ayrim")
	add(Subsection, "nenseksioni", "pododjeljak", "pododsek", "subsection")
	add(Annex, "παραρτημα", "aneks", "aneksi", "shtojca", "prilog", "прилог", "priloga", "anexa", "annex", "приложение")
	m["schedule"] = keyword{kind: Annex, slug: "annex-schedule"}
	return m
}()

// generalParts stand before dio, део, del as a whole heading: OPŠTI DIO, SPLOŠNI DEL.
var generalParts = map[string]bool{"opsti": true, "opci": true, "општи": true, "општ": true, "posebni": true, "posebne": true,
	"посебни": true, "посебен": true, "splosni": true, "обща": true, "особена": true, "genel": true, "zavrsni": true, "завршни": true,
	"завршен": true, "prijelazne": true}

// generalTails follow pjesa, partea as a whole heading: PJESA E PËRGJITHSHME, PARTEA GENERALĂ.
var generalTails = map[string]bool{"e": true, "generala": true, "speciala": true}

// quoteOpeners begin a quotation.
const quoteOpeners = "«„“”\"»"

// alphabets are the orders in which list markers run; a marker may belong to several.
var alphabets = [...]string{
	"a b c d e f g h i j k l m n o p q r s t u v w x y z",
	"a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž",
	"a b c č d e f g h i j k l m n o p r s š t u v z ž",
	"a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh",
	"a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z",
	"a b c d e f g h i k l m n o p r s t u v x z",
	"а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
	"а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
	"а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ю я",
	"α β γ δ ε στ ζ η θ ι ια ιβ ιγ ιδ ιε ιστ ιζ ιη ιθ κ κα κβ κγ κδ κε κστ κζ κη κθ λ λα λβ λγ",
	"i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv",
	"αα ββ γγ δδ εε στστ ζζ ηη θθ ιι",
	"ααα βββ γγγ δδδ εεε",
	"aa bb cc dd ee ff gg hh ii jj",
	"аа бб вв гг дд ее",
}
