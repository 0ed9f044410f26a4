package official

import (
	"context"
	"strings"
	"testing"
)

// TestHead: what a file says of itself, and what its text says: title, number, gazette, dates and language.
func TestHead(t *testing.T) {
	const fire = "\nČlan 1\nZabranjuje se otvorena vatra.\nČlan 2\nZakon stupa na snagu odmah.\n"
	for _, c := range []struct{ name, in, want string }{
		{"Legalize with Spanish keys", "---\ntitulo: ЗАКОН ЗА ОГЪНЯ\nidentificador: '1589'\npais: bg\nrango: закон\nfecha_publicacion: '1968-04-02'\nultima_actualizacion: '2026-06-16'\nfuente: gazette\ndv_issue: '26'\ndv_year: 1968\n---\n\n# ЗАКОН ЗА ОГЪНЯ\n\n**Чл. 1.** (1) Забранява се.\n",
			"legalize bg ЗАКОН ЗА ОГЪНЯ;;ДВ, бр. 26/1968;1968-04-02;2026-06-16"},
		{"spaced capitals over two lines", "РЕПУБЛИКА\n\nЗ А К О Н\nЗА ОГНОТ\n\nЧлен 1\nЌе се казни тој што пали оган, ѓубре или куќа.\n", "text mk ЗАКОН ЗА ОГНОТ;;;;"},
		{"the act behind the decree that puts it into force", "На основу Устава доносим\n\nУКАЗ\nО ПРОГЛАШЕЊУ ЗАКОНА О ВАТРИ\n\nПроглашава се Закон о ватри.\n\nЗАКОН\nо ватри\n\nЧлан 1\nЗабрањује се ватра, ђубре и ћумур.\n", "text sr-Cyrl ЗАКОН о ватри;;;;"},
		{"number above the title", "LIGJ\n\nNr. 12/2020\n\nKODI I ZJARRIT\n\nNeni 1\nNdalohet zjarri dhe është dënim.\n", "text sq KODI I ZJARRIT;12/2020;;;"},
		{"the title of the page is that of the site", "<html><head><title>Baza propisa</title></head><body><p align=center>ZAKON</p><p align=center>o otvorenoj vatri</p><p>Član 1</p><p>Zabranjuje se vatra ili žar koji gori.</p></body></html>", "html sr-Latn ZAKON o otvorenoj vatri;;;;"},
		{"Serbian without diacritics", "ZAKON O VATRI\n\nClan 1\nKo pali vatru, kaznice se novcanom kaznom ili zatvorom.\nClan 2\nKazne iz clana 1 ovog zakona.\n", "text sr-Latn ZAKON O VATRI;;;;"},
		{"Serbian with letters that a font lost", "ZAKON O VATRI\n" + strings.ReplaceAll(fire, "ž", "ţ") + "Odrţava se, optuţenom, obrazloţenje, sluţba, vaţi.\n", "text sr-Latn ZAKON O VATRI;;;;"},
		{"Akoma Ntoso with days first and no alias", `<akomaNtoso><act><meta><identification><FRBRWork><FRBRalias value="/eli/x"/></FRBRWork><FRBRExpression><FRBRdate date="1-2-2004"/><FRBRlanguage language="cnr"/></FRBRExpression></identification></meta><preface><p><docTitle>Zakon o vatri</docTitle></p></preface><body><article><num>Član 1</num><content><p>Tekst.</p></content></article></body></act></akomaNtoso>`,
			"akn cnr Zakon o vatri;;;;2004-02-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(context.Background(), c.name, strings.NewReader(c.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join([]string{d.Format + " " + d.Language + " " + d.Title, d.Meta.Number, d.Meta.Gazette, d.Meta.Published, d.Meta.Consolidation}, ";"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
