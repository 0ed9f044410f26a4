package official

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"seelex/legislation/official/structure"
)

// sampleDOCX is the main part of a Word file with headings by style, a table, a tracked deletion and a small number.
const sampleDOCX = `<w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>ZAKON O DROGAMA</w:t></w:r></w:p>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Član 217</w:t></w:r></w:p>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Predmet</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">(1) Ovim zakonom </w:t></w:r><w:del><w:r><w:delText>ne</w:delText><w:t>ne</w:t></w:r></w:del><w:r><w:t>uređuje se promet.</w:t></w:r></w:p>
<w:p><w:r><w:t>(2) Drugo.</w:t></w:r></w:p>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Član 217</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>
<w:p><w:r><w:t>Tabela glasi:</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>kanabis</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5 g</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

// TestForms shows, on small texts, what each way of printing is read as: one line a part, path and text.
func TestForms(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"heading above the number", "# Z\n\nPojam\n\n## Član 1\n\nTekst jedan.\n\nNamjena\n\n## Član 2\n\nTekst dva.\n",
			"art-1 Pojam|Tekst jedan.\nart-2 Namjena|Tekst dva."},
		{"heading beside the number", "# Z\n\n### Члан 43а. Појам\n\nТекст.\n", "art-43a Појам|Текст."},
		{"article and paragraph on one line", "Закон за X\nЧл. 354а. (1) Който няма.\n(2) Втора.\n", "art-354a |\nart-354a/par-1 |Който няма.\nart-354a/par-2 |Втора."},
		{"Moldovan superscript", "COD\nArticolul 217¹\n(1) Una. (2) Două: a) x; b) y.\n", "art-217-1 |\nart-217-1/par-1 |Una.\nart-217-1/par-2 |Două:\nart-217-1/par-2/pt-a |x;\nart-217-1/par-2/pt-b |y."},
		{"Albanian letter behind a slash", "KODI PENAL\nNeni 284/ç\nTitulli i nenit\nTeksti i parë.\nTeksti i dytë.\n", "art-284-ce Titulli i nenit|\nart-284-ce/par-1 |Teksti i parë.\nart-284-ce/par-2 |Teksti i dytë."},
		{"Slovene number first", "# Zakon\n\n### 186.a člen Naslov\n\n(1) Prvo.\n(2) Drugo.\n", "art-186a Naslov|\nart-186a/par-1 |Prvo.\nart-186a/par-2 |Drugo."},
		{"Macedonian letter behind a hyphen", "# Закон\n\n## Член 58-б\n\nТој што ќе стори, ќе се казни.\n", "art-58-b |Тој што ќе стори, ќе се казни."},
		{"Greek capital and nested points", "# ΝΟΜΟΣ\n\n##### Άρθρο 2ΙΣΤ\n\n1. Ορίζονται: α) πρώτο, β) δεύτερο.\n\n1Α. Άλλο.\n", "art-2IST |\nart-2IST/par-1 |Ορίζονται:\nart-2IST/par-1/pt-a |πρώτο,\nart-2IST/par-1/pt-b |δεύτερο.\nart-2IST/par-1A |Άλλο."},
		{"text on the line of the label", "Zakon o redu\n\nČlan 1 Ovim zakonom uređuje se red.\nČlan 2 Kazna je novčana.\nČlan 1 Zakona o radu ne važi.\nČlan 2a Kazna se naplaćuje.\nČlan 3 Zakon stupa na snagu.\n",
			"art-1 |Ovim zakonom uređuje se red.\nart-2 |\nart-2/par-1 |Kazna je novčana.\nart-2/par-2 |Član 1 Zakona o radu ne važi.\nart-2a |Kazna se naplaćuje.\nart-3 |Zakon stupa na snagu."},
		{"articles of amending acts behind a short law", "Zakon o redu\n\nČlan 1\nUređuje se red.\nČlan 2\nKazna je novčana.\n\n„Službeni glasnik BiH“, broj 35/05\n\nČlan 2\nStupa na snagu odmah.\n\n(41/07)\n\nČlan 9\nStupa na snagu osmog dana.\n",
			"art-1 |Uređuje se red.\nart-2 |Kazna je novčana.\nappended-1 „Službeni glasnik BiH“, broj 35/05|\nappended-1/art-2 |Stupa na snagu odmah.\nappended-2 (41/07)|\nappended-2/art-9 |Stupa na snagu osmog dana."},
		{"amending acts with their articles behind a code", "Законик\n\nЧлен 1\nПрво.\nЧлен 2\nВторо.\n\nЗакон за изменување на Законикот („Службен весник“ бр. 80/1999):\n\nЧлен 44 Со овој закон престанува да важи членот 5.\n",
			"art-1 |Прво.\nart-2 |Второ.\nappended-1 Закон за изменување на Законикот („Службен весник“ бр. 80/1999):|\nappended-1/art-44 |Со овој закон престанува да важи членот 5."},
		{"Turkish provisions that are not worked in, and the list of amendments", "KANUN\n\nGenel olarak:\nMadde 1 – Birinci.\nSon hüküm:\nMadde 3 – Üçüncü.\nMadde 3 /A – Ek hüküm.\nGEÇİCİ MADDE 1 – Geçici.\n\n5 SAYILI KANUNA İŞLENEMEYEN HÜKÜMLER\n2/6/2000 tarihli ve 4575 sayılı Kanunun geçici maddesi:\nGEÇİCİ MADDE 1 – Bu Kanun uygulanır.\n\n5 SAYILI KANUNA EK VE DEĞİŞİKLİK GETİREN MEVZUATIN\nYÜRÜRLÜĞE GİRİŞ TARİHLERİNİ GÖSTERİR LİSTE\n4575\nGeçici Madde 1\n8/6/2000\n",
			"art-1 Genel olarak:|Birinci.\nart-3 Son hüküm:|Üçüncü.\nart-3-a |Ek hüküm.\nart-gecici-1 |Geçici.\nappended-1 5 SAYILI KANUNA İŞLENEMEYEN HÜKÜMLER 2/6/2000 tarihli ve 4575 sayılı Kanunun geçici maddesi:|\nappended-1/art-gecici-1 |Bu Kanun uygulanır."},
		{"Romanian amending act of a single article", "# LEGE nr. 6\n\n##### ARTICOL UNIC\n\nLegea nr. 143/2000 se modifică:\n\n##### Articolul 2\n\nNou.\n\n##### Articolul 5\n\nAlt text.\n", "art-1 |Legea nr. 143/2000 se modifică:"},
		{"Romanian articles of an amending law in a consolidation", "# ORDONANȚA nr. 1\n\n##### Articolul 1\n\nUnu.\n\n##### Articolul II\n\nAl legii de modificare.\n\n##### Articolul 2\n\nDoi.\n", "art-1 |Unu.\nart-2 |Doi."},
		{"heading behind the number on its line", "ΝΟΜΟΣ\n\nΆρθρο 1 Συνοπτικός τίτλος\nΟ παρών νόμος λέγεται νόμος.\nΆρθρο 2 Ερμηνεία\n2.-(1) Στον νόμο αυτό:\n(α) ένα,\n(2) Άλλο.\n", "art-1 Συνοπτικός τίτλος|Ο παρών νόμος λέγεται νόμος.\nart-2 Ερμηνεία|2.-\nart-2/par-1 |Στον νόμο αυτό:\nart-2/par-1/pt-a |ένα,\nart-2/par-2 |Άλλο."},
		{"Slovene heading on the line of the number, without diacritics", "Zakon o ognju\n\nPrvo poglavje TEMELJNE DOLOCBE\n1. clen Ogenj\nOgenj je prepovedan ali oziroma.\n1.a. clen Pepel\nPepel je dovoljen.\n", "art-1 Ogenj|Ogenj je prepovedan ali oziroma.\nart-1a Pepel|Pepel je dovoljen."},
		{"contents printed twice", "KODI\n\nNeni 1 Qëllimi\nNeni 2 Parime\nNeni 3 Fusha\nNeni 4 Afate\n\nNeni 1 Qëllimi\nNeni 2 Parime\nNeni 3 Fusha\nNeni 4 Afate\n\nNeni 1\nQëllimi\nKy kod është i pari.\nNeni 2\nParime\nNë kod ka parime dhe rregulla.\nNeni 3\nFusha\nKodi zbatohet kudo.\nNeni 4\nAfate\nAfati është një ditë.\n",
			"art-1 Qëllimi|Ky kod është i pari.\nart-2 Parime|Në kod ka parime dhe rregulla.\nart-3 Fusha|Kodi zbatohet kudo.\nart-4 Afate|Afati është një ditë."},
		{"numbers in cells and headings of their own", "<html><body><h4>Član 1</h4><h6> (1) </h6><p>Ko uzme tuđe.</p><h6>(2)</h6><p>Za pokušaj:</p><table><tr><td>a)</td></tr><tr><td>kazna;</td></tr><tr><td>b)</td></tr><tr><td>opomena.</td></tr></table></body></html>",
			"art-1 |\nart-1/par-1 |Ko uzme tuđe.\nart-1/par-2 |Za pokušaj:\nart-1/par-2/pt-a |kazna;\nart-1/par-2/pt-b |opomena."},
		{"a piece of Akoma Ntoso", `<article eId="art_5"><num>Član 5</num><heading>Krađa</heading><paragraph eId="art_5__para_1"><num>1)</num><content><p>Ko uzme tuđe.</p></content></paragraph><paragraph eId="art_5__para_2"><num>2)</num><content><p>Za pokušaj.</p></content></paragraph></article>`,
			"art-5 Krađa|\nart-5/par-1 |Ko uzme tuđe.\nart-5/par-2 |Za pokušaj."},
		{"Greek ordinal", "# ΠΡΑΞΗ\n\nΆρθρο εικοστό έβδομο Έναρξη ισχύος\n\nΗ ισχύς αρχίζει σήμερα.\n", "art-27 Έναρξη ισχύος|Η ισχύς αρχίζει σήμερα."},
		{"Turkish number again below the heading", "# Kanun (1)\n\n## Madde 12/A\n\nMadde 12/A – (1) Birinci fıkra.\n\n(2) İkinci fıkra; a) bir,\n", "art-12-a |\nart-12-a/par-1 |Birinci fıkra.\nart-12-a/par-2 |İkinci fıkra; a) bir,"},
		{"reference at the start of a line", "Zakon\nČlan 1\nPrvi stav važi.\nČlan 5 stav 2 ovog zakona ne važi.\nČlan 2\nDrugi.\n", "art-1 |\nart-1/par-1 |Prvi stav važi.\nart-1/par-2 |Član 5 stav 2 ovog zakona ne važi.\nart-2 |Drugi."},
		{"quoted article", "Zakon o izmjenama\nČlan 1\nČlan 7 mijenja se i glasi:\n„Član 7\n(1) Novo.\n(2) Još.“\nČlan 2\nKraj.\n", "art-1 |Član 7 mijenja se i glasi:\nart-2 |Kraj."},
		{"byte order mark, CR LF, no-break space, soft hyphen", "\ufeffZAKON\r\n\r\nČlan\u00a05a\r\n(1) Pr\u00advi stav.\r\n(2) Drugi.\r\nČlan 6\r\nTekst.\r\n", "art-5a |\nart-5a/par-1 |Prvi stav.\nart-5a/par-2 |Drugi.\nart-6 |Tekst."},
		{"Bulgarian letter behind a hyphen", "ЗАКОН за X\n\nЧл. 5-а. (1) Първи.\n(2) Втори.\n", "art-5-a |\nart-5-a/par-1 |Първи.\nart-5-a/par-2 |Втори."},
		{"Latin multiplicatives", "THE ACT\n\nArticle 12bis\n1. One.\n2. Two.\n\nArticle 12 ter\nThree.\n", "art-12-bis |\nart-12-bis/par-1 |One.\nart-12-bis/par-2 |Two.\nart-12-ter |Three."},
		{"Roman articles", "TREATY\n\nARTICLE I\nThe parties agree.\n\nArticle II\nEntry into force.\n", "art-1 |The parties agree.\nart-2 |Entry into force."},
		{"Greek first and only", "ΝΟΜΟΣ\n\nΆρθρο Πρώτο\nΚυρώνεται.\n\nΆρθρο Δεύτερο\nΗ ισχύς αρχίζει.\n", "art-1 |Κυρώνεται.\nart-2 |Η ισχύς αρχίζει."},
		{"Greek single article", "ΠΡΑΞΗ\n\nΆρθρο μόνο\nΗ ισχύς αρχίζει.\n", "art-1 |Η ισχύς αρχίζει."},
		{"Greek capitals, endings and numerals", "ΝΟΜΟΣ\n\nΆΡΘΡΟ 1\nΠρώτο.\n\nΑΡΘΡΟ 2ο\nΔεύτερο.\n\nΆρθρον 3ον\nΤρίτο.\n\nΆρθρο 4α\nΤέταρτο.\n\nΆρθρο ΙΒ΄\nΔωδέκατο.\n", "art-1 |Πρώτο.\nart-2 |Δεύτερο.\nart-3 |Τρίτο.\nart-4A |Τέταρτο.\nart-12 |Δωδέκατο."},
		{"Romanian single article", "LEGE nr. 5 din 2 mai 2020\n\nARTICOL UNIC. - Se aprobă Ordonanța.\n", "art-1 |Se aprobă Ordonanța."},
		{"Romanian note of a court between paragraphs on a line that begins with the first", "LEGEA\n\nArticolul 3\n(1) Una se pedepsește. Notă Decizie de admitere: art. 5 alin. (2) Din. (2) Doua se pedepsește.\n",
			"art-3 |\nart-3/par-1 |Una se pedepsește.\nart-3/par-2 |Doua se pedepsește."},
		{"Romanian indices and notes within a line", "LEGEA\n\nArticolul 3^1\n(1) Una: a) x; (la 05-03-2023, Litera a) a fost modificată) a^1) y. (1^1) Două. Notă Decizie de admitere: art. 5 alin. (2) Din. (2) Trei.\n",
			"art-3-1 |\nart-3-1/par-1 |Una:\nart-3-1/par-1/pt-a |x;\nart-3-1/par-1/pt-a-1 |y.\nart-3-1/par-1-1 |Două.\nart-3-1/par-2 |Trei."},
		{"citation at the break of a sentence", "LEGEA\n\nArticolul 3\n(1) Potrivit art. 4 alin. (2) și legii. (2) A doua.\n", "art-3 |\nart-3/par-1 |Potrivit art. 4 alin. (2) și legii.\nart-3/par-2 |A doua."},
		{"Romanian amending act", "# LEGE nr. 6\n\n##### Articolul I\n\nLegea nr. 143/2000 se modifică:\n\n##### Articolul 2\n\n(1) Nou.\n\n##### Articolul II\n\nIntră în vigoare.\n", "art-1 |Legea nr. 143/2000 se modifică:\nart-2 |Intră în vigoare."},
		{"text behind a quotation", "LEGE nr. 6\n\nArt. I. - Se modifică:\n1. La articolul 2:\n„Art. 2. - (1) Pedeapsa.”\n2. Articolul 5 se abrogă.\n\nArt. II. - Fin.\n", "art-1 |Se modifică:\nart-1/pt-1 |La articolul 2:\nart-1/pt-2 |Articolul 5 se abrogă.\nart-2 |Fin."},
		{"Croatian quotation in a quotation", "ZAKON\n\nČlanak 1.\nU Zakonu (»NN«, br. 1) članak 190. glasi:\n»Članak 190.\n(1) Tko posjeduje »drogu«.\n(2) Pokušaj.«\n\nČlanak 2.\nKraj.\n", "art-1 |U Zakonu (»NN«, br. 1) članak 190. glasi:\nart-2 |Kraj."},
		{"straight quotation marks", "ZAKON O IZMENAMA\n\nČlan 1.\nČlan 246. glasi:\n\"Član 246.\n(1) Ko drži \"drogu\".\n\nČlan 246a\nKo proda.\"\n\nČlan 2.\nKraj.\n", "art-1 |Član 246. glasi:\nart-2 |Kraj."},
		{"Turkish and Albanian quotation marks", "KANUN\n\nMADDE 1- Kanunun 188 inci maddesi değiştirilmiştir.\n“MADDE 188- (1) “Ruhsatsız” imal eden.\n(2) İkinci fıkra.”\nMADDE 2- Bu Kanun yürürlüğe girer.\n", "art-1 |Kanunun 188 inci maddesi değiştirilmiştir.\nart-2 |Bu Kanun yürürlüğe girer."},
		{"Macedonian quotation in a quotation", "ЗАКОН\n\nЧлен 1\nЧленот 215 гласи:\n„Член 215\n(1) Тој што произведува „дроги“.\n(2) Тој што продава.“\n\nЧлен 2\nКрај.\n", "art-1 |Членот 215 гласи:\nart-2 |Крај."},
		{"two decrees in one issue", "# ΠΡΟΕΔΡΙΚΟ ΔΙΑΤΑΓΜΑ ΥΠ' ΑΡΙΘ. 16\n\n##### Άρθρο 1\n\nΙδρύεται σχολείο.\n\n# ΠΡΟΕΔΡΙΚΟ ΔΙΑΤΑΓΜΑ ΥΠ' ΑΡΙΘ. 17\n\nΊδρυση Γραφείου\n\nΈχοντας υπόψη, αποφασίζουμε:\n\n##### Άρθρο 1\n\nΙδρύεται γραφείο.\n",
			"art-1 |Ιδρύεται σχολείο.\nappended-1 Ίδρυση Γραφείου|Έχοντας υπόψη, αποφασίζουμε:\nappended-1/art-1 |Ιδρύεται γραφείο."},
		{"page laid out by a table", "<html><body><table><tr><td><h5>Neni 1</h5><span>Titulli</span><p>1. Teksti i parë.<br>2. I dyti.</p></td></tr></table><strong>Neni 2</strong><p>Teksti.</p></body></html>", "art-1 Titulli|\nart-1/par-1 |Teksti i parë.\nart-1/par-2 |I dyti.\nart-2 |Teksti."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(context.Background(), c.name, strings.NewReader(c.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			whole(t, d)
			if got := outline(d); got != c.want {
				t.Errorf("language %s, got\n%s\nwant\n%s", d.Language, got, c.want)
			}
		})
	}
}

// part is the part of a document at a path, or nil.
func part(d *Document, path string) (found *Part) {
	d.Walk(func(at string, p *Part) {
		if found == nil && at == path {
			found = p
		}
	})
	return found
}

// outline prints the citable parts behind the preamble.
func outline(d *Document) string {
	var lines []string
	d.Walk(func(path string, p *Part) {
		if (strings.HasPrefix(path, "art-") || p.Kind == structure.Appended || strings.HasPrefix(path, "appended-")) && path != "art-preamble" {
			lines = append(lines, path+" "+p.Heading+"|"+p.Text)
		}
	})
	return strings.Join(lines, "\n")
}

// TestPrinted reads one small law as a browser and as a word processor print it to PDF.
func TestPrinted(t *testing.T) {
	for _, name := range []string{"browser.pdf", "office.pdf"} {
		data, err := os.ReadFile(filepath.Join("testdata", "pdf", name))
		if err != nil {
			t.Fatal(err)
		}
		want := "art-1 |\nart-1/par-1 |Vatra je zabranjena u šumi, na njivi i na drugom javnom mjestu na kojem bi mogla da se proširi, a naročito ljeti, u vjetru i noću, ako zakonom nije drukčije određeno.\nart-1/par-2 |Kazna je:\nart-1/par-2/pt-1 |novčana;\nart-1/par-2/pt-2 |druga.\nart-217-1 |Kraj."
		if d := made(t, name, string(data)); outline(d) != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, outline(d), want)
		}
	}
}

func TestWord(t *testing.T) {
	d, err := Read(context.Background(), "x.docx", bytes.NewReader(wordFile(t, sampleDOCX)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole(t, d)
	if got, want := outline(d), "art-217 Predmet|\nart-217/par-1 |Ovim zakonom uređuje se promet.\nart-217/par-2 |Drugo.\nart-217-1 |Tabela glasi:"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(d.Text, "kanabis\t5 g") {
		t.Errorf("the table is missing in %q", d.Text)
	}
}

// TestCodePages: texts in the legacy code pages of the region are told apart and reported.
func TestCodePages(t *testing.T) {
	const (
		serbian = "Члан 1\nКо неовлашћено држи опојну дрогу, казниће се новчаном казном или затвором. Ђак, џеп, љубав, његов, ћук.\n"
		greek   = "Άρθρο 1\nΌποιος προμηθεύεται ναρκωτικά τιμωρείται με φυλάκιση. Ήταν ύλη, ώρα, ΐδιος.\n"
		croat   = "Članak 1\nTko neovlašteno posjeduje drogu, kaznit će se. Žurno, šume, đak, čovjek, Šibenik, Županja, Čakovec.\n"
		turkish = "Madde 1\nUyuşturucu maddeyi ruhsatsız satan kişi cezalandırılır. İçişleri, ağır, şüpheli, ölçü, üç.\n"
		roman   = "Articolul 1\nPersoanele care deţin fără drept substanţe se pedepsesc. În ţară, şi, după.\n"
	)
	for _, c := range []struct {
		page encoding.Encoding
		name string
		text string
	}{
		{charmap.Windows1251, "windows-1251", serbian}, {charmap.ISO8859_5, "iso-8859-5", serbian},
		{charmap.Windows1253, "windows-1253", greek}, {charmap.ISO8859_7, "iso-8859-7", greek},
		{charmap.Windows1250, "windows-1250", croat}, {charmap.ISO8859_2, "iso-8859-2", croat},
		{charmap.Windows1254, "windows-1254", turkish}, {charmap.Windows1250, "windows-1250", roman},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw, err := c.page.NewEncoder().String(c.text)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(context.Background(), "x.txt", strings.NewReader(raw), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.text {
				t.Errorf("read as %s: %q, want %q", d.Meta.Encoding, d.Text, c.text)
			}
			if d.Meta.Encoding != c.name || len(d.Articles()) != 1 {
				t.Errorf("read as %q with articles %v, want %q and one article", d.Meta.Encoding, d.Articles(), c.name)
			}
		})
	}
}

// TestAkomaNtosoExport: what an export writes is read back with the same paths.
func TestAkomaNtosoExport(t *testing.T) {
	const in = `<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification source="#s">
<FRBRWork><FRBRthis value="/akn/rs/act/2005/85"/><FRBRdate date="2005-09-29" name="adopted"/><FRBRnumber value="85/2005"/></FRBRWork>
<FRBRExpression><FRBRdate date="2024-12-01" name="consolidated"/><FRBRlanguage language="srp"/></FRBRExpression></identification></meta>
<preface><p>Krivični zakonik</p></preface><body><chapter eId="chp_23"><num>Glava XXIII</num><heading>Zdravlje</heading>
<article eId="art_246a"><num>Član 246a</num><heading>Neovlašćeno držanje</heading>
<paragraph><num>(1)</num><content><p>Ko drži.</p></content></paragraph>
<paragraph><num>(2)</num><list><intro><p>Ako je:</p></intro><point><num>1)</num><content><p>više;</p></content></point></list></paragraph></article>
<article><num>Član 247</num><content><p>Tekst.</p></content></article></chapter></body></act></akomaNtoso>`
	d, err := Read(context.Background(), "x.xml", strings.NewReader(in), Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole(t, d)
	want := "art-246a Neovlašćeno držanje|\nart-246a/par-1 |Ko drži.\nart-246a/par-2 |Ako je:\nart-246a/par-2/pt-1 |više;\nart-247 |Tekst."
	if got := outline(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d.Meta.Number != "85/2005" || d.Meta.Consolidation != "2024-12-01" || d.Language != "sr-Latn" {
		t.Errorf("metadata %+v in %s", d.Meta, d.Language)
	}
	if part(d, "ch-23") == nil {
		t.Error("the chapter is not found")
	}
}
