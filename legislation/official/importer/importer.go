// Package importer brings official texts into the knowledge base: it reads files side
// by side on all cores, finds the instrument that each is a text of, stores whole
// documents in transactions bounded by size, and reports what it found.
package importer

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"seelex/legislation"
	"seelex/legislation/official"
	"seelex/legislation/official/structure"
	"seelex/legislation/store"
)

// Item is one file to import, with what is known of it from elsewhere. Empty fields
// are found in the file itself.
type Item struct {
	Path         string // of the file; in messages only where Data is given
	Data         []byte
	Instrument   legislation.ID
	Jurisdiction string
	Language     string
	Consolidated legislation.Date
	Source       string // address
	Licence      string
	Retrieved    legislation.Date
}

// Check says whether the law that the item is said to be of can be there: an id that is none, or
// a jurisdiction that is not known, is wrong whatever the file holds.
func (i Item) Check(k *legislation.Catalog) error {
	if id := i.Instrument; id != "" {
		if id.Valid() != nil || !id.IsInstrument() {
			return &legislation.Error{Code: legislation.Invalid, Record: i.Path, Field: "instrument", Value: string(id), Message: "is not an id of an instrument", Want: "an id such as rs/criminal-code"}
		}
		if _, err := k.Jurisdiction(id.Jurisdiction()); err != nil {
			return err
		}
	}
	if i.Jurisdiction == "" {
		return nil
	}
	_, err := k.Jurisdiction(i.Jurisdiction)
	return err
}

// Options of an import.
type Options struct {
	DryRun bool
	// Progress is told how many files are done.
	Progress func(done, total int)
	// Suggest names the topics that an article may be about, by its heading, its text and
	// what stands above it; nil for no suggestions.
	Suggest func(language, around, heading, text string) []legislation.Suggestion
	// Rules suggest topics before that; nil for none.
	Rules *Rules
	Now   func() time.Time
}

// Limits of an import, in one place.
const (
	batchBytes  = 32 << 20 // of text in one transaction; one document is never parted
	aheadOfTurn = 4        // documents that each core may have read before their turn
)

// read is a file that has been read.
type read struct {
	item    Item
	doc     *official.Document
	sha     string
	outline legislation.Outline
	packed  *store.Packed
	without int       // parts whose path could be no id
	known   *imported // that the same bytes were imported before
	err     error
}

// Run imports items. An error is of the store or the context; what is wrong with a
// file is in the report, and the other files are imported all the same.
func Run(ctx context.Context, s *store.Store, items []Item, o Options) (*Report, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	run := &run{store: s, options: o, report: &Report{Files: []File{}, DryRun: o.DryRun}, joiner: newJoiner(s.Catalog()), pending: map[string]bool{}}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for r := range run.readAll(ctx, items) {
		if err := run.take(r); err != nil {
			return nil, err
		}
		if o.Progress != nil {
			o.Progress(len(run.report.Files), len(items))
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := run.flush(); err != nil {
		return nil, err
	}
	run.report.Generation = s.Generation()
	return run.report, nil
}

// readAll reads files on all cores and yields them in their order.
func (r *run) readAll(ctx context.Context, items []Item) func(yield func(*read) bool) {
	return func(yield func(*read) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		cores := runtime.GOMAXPROCS(0)
		turns := make(chan chan *read, cores*aheadOfTurn)
		slots := make(chan struct{}, cores)
		go func() {
			defer close(turns)
			for _, item := range items {
				turn := make(chan *read, 1)
				select {
				case slots <- struct{}{}:
				case <-ctx.Done():
					return
				}
				go func() { turn <- r.read(ctx, item); <-slots }()
				select {
				case turns <- turn:
				case <-ctx.Done():
					return
				}
			}
		}()
		for turn := range turns {
			if !yield(<-turn) {
				return
			}
		}
	}
}

func (r *run) read(ctx context.Context, item Item) (f *read) {
	f = &read{item: item}
	defer func() { // a reader that a hostile file brings to panic must not end the run
		if p := recover(); p != nil {
			f.err = fmt.Errorf("%s: cannot be read: %v", item.Path, p)
		}
	}()
	data := item.Data
	if data == nil {
		if data, f.err = load(item.Path); f.err != nil {
			return f
		}
	}
	sum := sha256.Sum256(data)
	f.sha = hex.EncodeToString(sum[:])
	if f.known = r.joiner.imported(f.sha, item, r.options.Rules); f.known != nil {
		return f
	}
	if f.doc, f.err = official.Read(ctx, item.Path, bytes.NewReader(data), official.Options{Language: item.Language}); f.err != nil {
		return f
	}
	f.item.Data = nil
	// Whether paths are ids does not depend on which instrument they are of.
	f.outline, f.without = outline(f.doc, "xx/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
	r.suggest(f)
	f.packed = store.Pack(f.doc.Text, f.outline)
	return f
}

func load(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if limit := structure.DefaultLimits().Bytes; info.Size() > limit {
		return nil, fmt.Errorf("%s: %w: it has %d bytes, at most %d are read", path, official.ErrTooLarge, info.Size(), limit)
	}
	return os.ReadFile(path)
}

// run is an import under way.
type run struct {
	store   *store.Store
	options Options
	report  *Report
	joiner  *joiner
	batch   []*store.Packed
	bytes   int
	pending map[string]bool // instruments of the batch
}

// take joins a file that was read, and stores the batch when it is full.
func (r *run) take(f *read) error {
	out := File{Path: f.item.Path, NotUnderstood: []string{}, Disagreements: []Disagreement{}, Missing: []string{}, Suggested: []Suggested{}}
	defer func() { r.report.Files = append(r.report.Files, out) }()
	fail := func(err error) error {
		out.Status, out.Error = StatusFailed, err.Error()
		return nil
	}
	if f.err != nil {
		return fail(f.err)
	}
	if f.known != nil {
		f.known.tell(&out)
		return nil
	}
	out.Format, out.Language, out.Title = f.doc.Format, f.doc.Language, f.doc.Title
	instrument, known, err := r.joiner.join(f)
	if err != nil {
		return fail(err)
	}
	out.Instrument, out.NewInstrument = string(instrument.ID), !known
	if r.pending[instrument.ID.Key()] { // what the batch says of it comes first
		if err := r.flush(); err != nil {
			return err
		}
	}
	e, err := r.edition(f)
	if err != nil {
		return fail(err)
	}
	out.Edition, out.Articles, out.Provisions = e.Key, e.Articles, e.Provisions
	out.NotUnderstood, out.Unknown = notes(f)
	before, err := r.compare(f, instrument.ID, e, &out)
	if err != nil || out.Status == StatusUnchanged {
		return err
	}
	if err := r.digests(f, instrument.ID, before, &out); err != nil {
		return err
	}
	r.joiner.add(instrument)
	if r.options.DryRun {
		return nil
	}
	r.batch = append(r.batch, f.packed.For(*instrument, e))
	r.pending[instrument.ID.Key()] = true
	if r.bytes += len(f.doc.Text); r.bytes >= batchBytes {
		return r.flush()
	}
	return nil
}

func (r *run) flush() error {
	err := r.store.Import(r.batch...)
	r.batch, r.bytes = nil, 0
	clear(r.pending)
	return err
}

// edition says what is known of a file as an edition.
func (r *run) edition(f *read) (e legislation.Edition, err error) {
	m := f.doc.Meta
	e = legislation.Edition{Language: f.doc.Language, Consolidated: f.item.Consolidated, Title: clip(f.doc.Title, 500), Format: f.doc.Format,
		Source: cmp.Or(f.item.Source, m.Source, filepath.Base(f.item.Path)), Retrieved: f.item.Retrieved, SHA256: f.sha, Licence: f.item.Licence}
	if r.options.Rules != nil {
		e.TopicRules = r.options.Rules.sha
	}
	if e.Language == "" {
		return e, &legislation.Error{Code: legislation.Invalid, Record: f.item.Path, Field: "language", Message: "cannot be told from the text", Want: "the language by --lang, for example sr-Latn"}
	}
	days := []string{m.Consolidation, m.Published} // not of the adoption: what was worked in since need not be said
	if m.Consolidation < m.Published {             // no text is consolidated before it is published
		days = days[1:]
	}
	for _, day := range days {
		if !e.Consolidated.IsZero() {
			break
		}
		e.Consolidated, _ = legislation.ParseDate(day) // what is no date tells none
	}
	if e.Retrieved.IsZero() {
		e.Retrieved = legislation.DayOf(r.options.Now()).Date()
	}
	e.Key = store.EditionKey(e.Language, e.Consolidated, e.Format)
	for _, p := range f.outline {
		if p.Path != "" {
			e.Provisions++
			if p.Kind == legislation.PartArticle {
				e.Articles++
			}
		}
	}
	return e, nil
}

// notes are what somebody should look at in a file.
func notes(f *read) (list []string, unknown int) {
	list = []string{}
	for _, p := range f.outline {
		if p.Kind == string(structure.Text) || p.Kind == string(structure.Translation) {
			unknown += p.End - p.Start
		}
	}
	for _, w := range f.doc.Warnings {
		if len(list) == maxNotes {
			list = append(list, fmt.Sprintf("and %d more", len(f.doc.Warnings)-maxNotes))
			break
		}
		list = append(list, clip(w.String(), 300))
	}
	if f.without > 0 {
		list = append(list, fmt.Sprintf("not-citable: %d parts have a number that stands before or that no id can hold; they are kept within the part above them", f.without))
	}
	return list, unknown
}

// compare sets a text against the edition before it, and says how it stands to it.
func (r *run) compare(f *read, id legislation.ID, e legislation.Edition, out *File) (before legislation.Outline, err error) {
	out.Status = StatusNew
	i, err := r.store.Catalog().Instrument(id)
	if err != nil {
		out.New = e.Provisions
		return nil, nil // nothing is known of it yet
	}
	for _, known := range i.Expressions {
		if known.SHA256 == e.SHA256 && known.Key == e.Key && (e.TopicRules == "" || e.TopicRules == known.TopicRules) {
			out.Status = StatusUnchanged
			return nil, nil
		}
		if known.Key == e.Key {
			out.Status = StatusChanged
		}
	}
	if _, before, err = r.store.Outline(id, e.Language, dayBefore(e)); err != nil {
		return nil, err
	}
	hashes := make(map[string]uint64, len(before))
	for _, p := range before {
		if p.Path != "" {
			hashes[strings.ToLower(p.Path)] = p.Hash
		}
	}
	for _, p := range f.outline {
		if p.Path == "" {
			continue
		}
		if hash, known := hashes[strings.ToLower(p.Path)]; !known {
			out.New++
		} else if hash != p.Hash {
			out.Changed++
		}
	}
	return before, nil
}

// dayBefore is the day whose edition an edition is compared with.
func dayBefore(e legislation.Edition) legislation.Day {
	if e.Consolidated.IsZero() {
		return legislation.DayMax
	}
	return e.Consolidated.First()
}

// digests sets the curated provisions of the instrument against their text.
func (r *run) digests(f *read, id legislation.ID, before legislation.Outline, out *File) error {
	curated, err := r.store.Below(id)
	if err != nil {
		return err
	}
	for _, p := range curated {
		path := strings.Join(p.ID.Segments(), "/")
		at := f.outline.Find(path)
		if at < 0 {
			out.Missing = append(out.Missing, string(p.ID))
			continue
		}
		out.Joined++
		if before == nil {
			out.New-- // the knowledge base had it by its digest
		}
		part := f.outline[at]
		v := p.Versions[legislation.Pick(p.Versions, legislation.Version.Valid, r.day(f))]
		if !v.Valid().Contains(r.day(f)) {
			continue // the digest tells of another time
		}
		out.Disagreements = append(out.Disagreements, disagreements(string(p.ID), v.Digest, f.doc.Language, f.doc.Text[part.Body:part.End])...)
	}
	r.rule(f, id, out)
	return nil
}

// day is the day whose law a file gives: of its consolidation, or today.
func (r *run) day(f *read) legislation.Day {
	if e, err := r.edition(f); err == nil && !e.Consolidated.IsZero() {
		return e.Consolidated.First()
	}
	return legislation.DayOf(r.options.Now())
}

// clip shortens a text to so many bytes, at the end of a letter.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
