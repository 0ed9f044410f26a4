package index

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"seelex/index/lang"
	"seelex/legislation"
)

// kindText is the kind of the documents that hold official texts: one for each
// wording of each article. A hit on one is a hit on its provision.
const kindText = "text"

// searchedBytes is how much of one text is searched: a hundred times the longest article. Only
// a text of no structure at all is longer, and bleve takes 70 bytes of memory for each of its bytes.
const searchedBytes = 2 << 20

// textBatch is how many bytes of official text are indexed together.
const textBatch = 8 << 20

// CatchUp brings the index to the generation of the source: after imports only what
// they changed, otherwise all of it. A search meanwhile is answered from what was there.
func (x *Index) CatchUp(ctx context.Context, progress func(done, total int)) error {
	x.update.Lock()
	defer x.update.Unlock()
	if x.broken != nil {
		return x.broken
	}
	s := x.state.Load()
	generation := x.source.Generation()
	if s.Generation == generation {
		return nil
	}
	changed, known := x.source.Changed(s.Generation)
	if !known {
		return x.rebuild(progress)
	}
	now := stamp{layout, generation, s.Curated, s.Corpus}
	x.torn = true
	if err := x.addTexts(ctx, s.bleve, s.curated.lexicon, changed, now, progress); err != nil {
		if ctx.Err() == nil {
			x.broken = fmt.Errorf("%w; start again once that is mended", err)
		}
		return err
	}
	return x.become(s.bleve, s.curated, now)
}

// manyTexts is from how many instruments on an import leaves so many segments behind that
// joining them pays.
const manyTexts = 50

// joinSegments makes few segments of those that many batches have left: every search goes
// through all of them.
func joinSegments(ctx context.Context, b bleve.Index, instruments int) error {
	if instruments < manyTexts {
		return nil
	}
	open, err := b.Advanced()
	if err != nil {
		return err
	}
	if s, ok := open.(*scorch.Scorch); ok {
		return s.ForceMerge(ctx, nil)
	}
	return nil
}

// addTexts puts what is known of instruments by their texts in the place of what the
// index has of them. The stamp comes with the last of it: what is cut short before is
// done again.
func (x *Index) addTexts(ctx context.Context, b bleve.Index, l *lexicon, ids []legislation.ID, now stamp, progress func(done, total int)) error {
	w := &textWriter{bleve: b, batch: b.NewBatch(), know: newKnowledge(x.source.Catalog(), l)}
	for n, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.drop(ctx, id); err != nil {
			return err
		}
		if err := x.textDocuments(w.know, id, w.add); err != nil {
			return err
		}
		if progress != nil {
			progress(n+1, len(ids))
		}
	}
	data, err := json.Marshal(now)
	if err != nil {
		return err
	}
	w.batch.SetInternal(stampKey, data)
	if err := w.flush(); err != nil {
		return err
	}
	return joinSegments(ctx, b, len(ids))
}

// textWriter writes documents in batches bounded by the bytes of their text.
type textWriter struct {
	bleve bleve.Index
	batch *bleve.Batch
	know  *knowledge
	bytes int
}

func (w *textWriter) add(d *document) error {
	for _, texts := range d.bodies {
		for _, t := range texts {
			w.bytes += len(t)
		}
	}
	if err := w.batch.Index(d.key.String(), d.finish(w.know).fields); err != nil {
		return fmt.Errorf("index %s: %w", d.key.id, err)
	}
	if w.bytes < textBatch {
		return nil
	}
	return w.flush()
}

func (w *textWriter) flush() error {
	if err := w.bleve.Batch(w.batch); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	w.batch = w.bleve.NewBatch() // bleve may still be going through the deletions of the old one
	w.bytes = 0
	return nil
}

// drop takes the documents of an instrument's texts out.
func (w *textWriter) drop(ctx context.Context, id legislation.ID) error {
	const page = 10_000
	of := bleve.NewTermQuery(string(id))
	of.SetField(fieldInstrument)
	request := bleve.NewSearchRequestOptions(of, page, 0, false)
	request.SortBy([]string{"_id"})
	for {
		found, err := w.bleve.SearchInContext(ctx, request)
		if err != nil {
			return fmt.Errorf("index: %w", err)
		}
		for _, hit := range found.Hits {
			w.batch.Delete(hit.ID)
		}
		if len(found.Hits) < page {
			return nil
		}
		request.SetSearchAfter([]string{found.Hits[page-1].ID})
	}
}

// textDocuments makes the documents of an instrument's official texts, and that of the
// instrument where it is known by them only.
func (x *Index) textDocuments(k *knowledge, id legislation.ID, add func(*document) error) error {
	i, err := k.catalog.Instrument(id)
	if err != nil {
		return err
	}
	if i.Imported {
		d := k.instrumentDocument(i)
		d.official = true
		if err := add(d); err != nil {
			return err
		}
	}
	return x.source.Texts(id, func(id legislation.ID, wordings []legislation.Wording) error {
		for n, w := range wordings {
			if err := add(textDocument(i, id, wordings, n, w)); err != nil {
				return err
			}
		}
		return nil
	})
}

func textDocument(i *legislation.Instrument, id legislation.ID, all []legislation.Wording, n int, w legislation.Wording) *document {
	first, last := textWindow(all, n)
	d := newDocument(kindText, id, n, inForce(i.Valid(), all, n), first, last)
	d.fields[fieldKind] = kindProvision
	if id.IsInstrument() {
		d.fields[fieldKind] = kindInstrument
	}
	d.official = true
	d.fields[fieldInstrument], d.fields[fieldType] = string(i.ID), i.Type
	d.fields[fieldConfidence], d.fields[fieldLang] = string(legislation.Primary), []string{w.Language}
	body := w.Text
	if len(w.Parts) > 0 {
		d.add(d.heads, w.Language, w.Parts[0].Heading)
		body = w.Text[w.Parts[0].Body:]
	}
	d.add(d.bodies, w.Language, strings.ToValidUTF8(body[:min(len(body), searchedBytes)], ""))
	return d
}

// ofLanguage are the wordings of the language of one of them, and its place there.
func ofLanguage(all []legislation.Wording, n int) (same []legislation.Wording, at int) {
	for i, w := range all {
		if w.Language == all[n].Language {
			if i == n {
				at = len(same)
			}
			same = append(same, w)
		}
	}
	return same, at
}

// textWindow is the days on which a wording stands for its language.
func textWindow(all []legislation.Wording, n int) (first, last legislation.Day) {
	same, at := ofLanguage(all, n)
	return legislation.Window(same, legislation.Wording.Valid, at)
}

// inForce is the time for which a wording is the law. When the first one came is not
// known from it: it counts from the start of the whole.
func inForce(whole legislation.Period, all []legislation.Wording, n int) legislation.Period {
	p := all[n].Valid()
	if _, at := ofLanguage(all, n); at == 0 {
		p.From = whole.From
	}
	if p.To.IsZero() {
		p.To = whole.To
	}
	return p
}

// wording reads the text of a document.
func (x *Index) wording(k key) (all []legislation.Wording, w legislation.Wording, err error) {
	all, err = x.source.Wordings(k.id)
	if err == nil && k.version >= len(all) {
		err = errStale
	}
	if err != nil {
		return nil, w, err
	}
	return all, all[k.version], nil
}

// textHit shows the place of an official text where the query stands.
func (x *Index) textHit(s *state, u *understood, k key, h *Hit) error {
	all, w, err := x.wording(k)
	if err != nil {
		return err
	}
	h.Kind, h.Confidence, h.Lang, h.Official = kindProvision, legislation.Primary, w.Language, true
	if k.id.IsInstrument() {
		h.Kind = kindInstrument
	}
	i, err := s.catalog.Instrument(k.id.Instrument())
	if err != nil {
		return err
	}
	period := inForce(i.Valid(), all, k.version)
	if period.From.First() != k.from {
		return errStale // it is another wording by now
	}
	said := inForce(legislation.Period{From: i.InForce, To: i.Ended}, all, k.version) // what is not known is shown so
	h.InForce, h.Ended = said.From, said.To
	from := 0
	if len(w.Parts) > 0 {
		h.Native, h.NativeLang, from = w.Parts[0].Heading, w.Language, w.Parts[0].Body
	}
	h.Heading = h.Native
	if h.Heading == "" {
		h.Heading = i.TitleEn
	}
	text := w.Text[from:]
	if h.Direct { // the place that was cited, not another that says the same words
		path := strings.TrimPrefix(string(u.cited.result.ID), string(i.ID)+"/")
		if n := w.Parts.Find(path); n >= 0 {
			from, text = w.Parts[n].Body, w.Text[w.Parts[n].Body:w.Parts[n].End]
		}
	}
	var at int
	h.Snippet, at = s.knowledge().marker(u).stretch(w.Language, text)
	id := k.id
	switch {
	case h.Direct:
		id = u.cited.result.ID
	case len(w.Parts) > 0:
		id = partAt(i.ID, w.Parts, from+at, id)
	}
	h.ID, h.Label = string(id), id.Label()
	day := period.Nearest(u.request.On)
	if day == u.request.Today || day <= legislation.DayMin || day >= legislation.DayMax {
		day = 0
	}
	h.URL = lawURL(id, day)
	return nil
}

// Articles can be long. A snippet is looked for in stretches of whole lines, and no
// further than readBytes.
const (
	stretchBytes = 4 << 10
	readBytes    = 128 << 10
)

// stretch cuts a snippet from the stretch of a text in which most of the query stands,
// and says at which byte of the text its first mark is.
func (m *marker) stretch(tag, text string) (template.HTML, int) {
	l, ok := lang.Find(tag)
	best, bestAt, bestPlaces, top := text[:min(len(text), stretchBytes)], 0, []place(nil), -1
	for at := 0; ok && at < min(len(text), readBytes); {
		end := len(text)
		if at+stretchBytes < len(text) {
			end = at + stretchBytes
			if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
				end += n + 1
			} else {
				end = len(text)
			}
		}
		places := m.places(l.Code, lang.Tokens(l.Code, []byte(text[at:end])))
		if n := worth(places); n > top {
			best, bestAt, bestPlaces, top = text[at:end], at, places, n
		}
		if top >= 3*m.most && top > 0 {
			break // every word of the query stands there
		}
		at = end
	}
	start, _ := window(best, bestPlaces)
	first := start
	for _, p := range bestPlaces {
		if p.start >= start {
			first = p.start
			break
		}
	}
	return cutSnippet(strings.ToValidUTF8(best, ""), bestPlaces), bestAt + first
}

// partAt is the smallest part that can be cited in which a byte of the text stands.
func partAt(instrument legislation.ID, parts legislation.Outline, at int, id legislation.ID) legislation.ID {
	for _, p := range parts {
		if p.Path != "" && p.Start <= at && at < p.End && p.Kind != "point" {
			id = instrument + "/" + legislation.ID(p.Path)
		}
	}
	return id
}

// citedTexts are the documents of the official text that a citation names: of the
// article, when it names a paragraph.
func (x *Index) citedTexts(i *legislation.Instrument, id legislation.ID, on legislation.Day) ([]key, error) {
	for at := id; at != "" && !at.IsInstrument(); at = at.Parent() {
		all, err := x.source.Wordings(at)
		if err != nil {
			return nil, err
		}
		if len(all) == 0 || all[0].Parts[0].Kind != legislation.PartArticle && !at.Parent().IsInstrument() {
			continue
		}
		var keys []key
		for n := range all {
			if first, last := textWindow(all, n); first <= on && on <= last {
				p := inForce(i.Valid(), all, n)
				published := i.ID + "/" + legislation.ID(all[n].Parts[0].Path)
				keys = append(keys, keyOf(kindText, published, n, p))
			}
		}
		return keys, nil
	}
	return nil, nil
}
