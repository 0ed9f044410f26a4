package akn

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"seelex/legislation"
)

func charData(s string) xml.CharData { return xml.CharData(s) }

func linkable(address string) bool {
	return (strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")) && !strings.ContainsAny(address, " \t\n")
}

func (d *document) meta() {
	d.in("meta", nil, func() {
		d.identification()
		for _, g := range d.Instrument.Gazette {
			if g.Date.Exact() {
				name := cmp.Or(g.Name, g.Ref) // of what is known from an import, the gazette may have no name
				d.empty("publication", pair{"date", g.Date.String()}, pair{"name", name}, pair{"showAs", name}, pair{"number", g.Ref})
				break
			}
		}
		d.lifecycle()
		d.temporal()
		d.references()
		d.notes()
	})
}

// work is the address of the work in the Akoma Ntoso naming convention.
func (d *document) work() string {
	i := d.Instrument
	adopted := i.Adopted
	if adopted.IsZero() {
		adopted = i.InForce
	}
	kind, _ := d.form()
	_, slug, _ := strings.Cut(string(i.ID), "/")
	parts := []string{"/akn", strings.ToLower(i.ID.Jurisdiction()), kind, i.Type}
	if !adopted.IsZero() {
		parts = append(parts, adopted.String())
	}
	return strings.Join(append(parts, slug), "/")
}

// expression is the address of the expression: its language and its day.
func (d *document) expression() string { return d.work() + "/" + d.lang() + "@" + d.On.String() }

// lang is the language of the expression as ISO 639-2 has it.
func (d *document) lang() string {
	tag, err := language.Parse(d.Language)
	if d.Language == "" || err != nil {
		return "eng"
	}
	base, _ := tag.Base()
	return base.ISO3()
}

func (d *document) identification() {
	i := d.Instrument
	d.in("identification", []pair{{"source", "#seelex"}}, func() {
		d.in("FRBRWork", nil, func() {
			d.names(d.work(), "/!main", "")
			for _, alias := range d.aliases() {
				d.empty("FRBRalias", pair{"value", alias.value}, pair{"name", alias.name})
			}
			d.dated("FRBRdate", cmp.Or(i.Adopted, i.InForce), pair{"name", "adoption"})
			d.empty("FRBRauthor", pair{"href", "#author"})
			d.empty("FRBRcountry", pair{"value", strings.ToLower(i.ID.Jurisdiction())})
			d.empty("FRBRsubtype", pair{"value", i.Type})
			if i.Number != "" {
				d.empty("FRBRnumber", pair{"value", i.Number})
			}
			if i.Abbreviation != "" {
				d.empty("FRBRname", pair{"value", i.Abbreviation})
			}
			d.empty("FRBRprescriptive", pair{"value", strconv.FormatBool(!i.IsStrategy() && i.Type != "guideline")})
			d.empty("FRBRauthoritative", pair{"value", "false"})
		})
		d.in("FRBRExpression", nil, func() {
			d.names(d.expression(), "/!main", "")
			d.dated("FRBRdate", d.On.Date(), pair{"name", "law-as-of"})
			d.empty("FRBRauthor", pair{"href", "#seelex"})
			d.empty("FRBRlanguage", pair{"language", d.lang()})
		})
		d.in("FRBRManifestation", nil, func() {
			d.names(d.expression(), "/!main", ".xml")
			d.dated("FRBRdate", d.Exported.Date(), pair{"name", "export"})
			d.empty("FRBRauthor", pair{"href", "#seelex"})
			d.empty("FRBRformat", pair{"value", MediaType})
		})
	})
}

func (d *document) names(address, component, suffix string) {
	d.empty("FRBRthis", pair{"value", address + component + suffix})
	d.empty("FRBRuri", pair{"value", address + suffix})
}

// aliases are the permanent address and the titles.
func (d *document) aliases() []pair {
	out := []pair{{"permanent-address", d.Base + "/law/" + string(d.Instrument.ID)}, {"title-en", d.Instrument.TitleEn}}
	tags := make([]string, 0, len(d.Instrument.Title))
	for tag := range d.Instrument.Title {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		if tag != "en" {
			out = append(out, pair{"title-" + tag, d.Instrument.Title[tag]})
		}
	}
	return out
}

// unknownDate stands where Akoma Ntoso demands a date and none is known; the own
// attribute says so.
const unknownDate = "0001-01-01"

// dated writes an element with a date. Akoma Ntoso knows whole days only: what is less
// exact counts from its first day, and is written beside it as it is known.
func (d *document) dated(name string, date legislation.Date, more ...pair) {
	whole, known := unknownDate, "unknown"
	if !date.IsZero() {
		whole, known = date.First().String(), date.String()
	}
	if whole == known {
		known = ""
	}
	d.empty(name, append([]pair{{"date", whole}, {"seelex:known", known}}, more...)...)
}

// event is a date in the life of the instrument.
type event struct {
	date   legislation.Date
	kind   string // generation, amendment or repeal
	source string // the reference that explains it
}

// collectEvents gathers the dates of the instrument, then those of versions that none
// of its amendments explains.
func (d *document) collectEvents() {
	i := d.Instrument
	d.add(i.InForce, "generation", "#original")
	for n, a := range i.Amendments {
		d.add(cmp.Or(a.InForce, a.Date), "amendment", "#amendment_"+strconv.Itoa(n+1))
	}
	d.add(after(i.Ended), "repeal", "#seelex")
	for _, p := range d.Provisions {
		if v, _ := d.standing(p); v != nil {
			d.add(v.InForce, "amendment", "#seelex")
			d.add(after(v.Ended), "amendment", "#seelex")
		}
	}
	slices.SortStableFunc(d.events, func(a, b event) int { return cmp.Compare(a.date.First(), b.date.First()) })
}

func (d *document) add(date legislation.Date, kind, source string) {
	if date.IsZero() || kind == "amendment" && source == "#seelex" && slices.ContainsFunc(d.events, func(e event) bool { return e.date == date }) {
		return
	}
	d.events = append(d.events, event{date, kind, source})
}

// after is the first day on which what ended no longer applied. Of an end that is
// known to the year or month only, the next day is no better known.
func after(ended legislation.Date) legislation.Date {
	if !ended.Exact() {
		return ended
	}
	return ended.First().Next().Date()
}

func (d *document) lifecycle() {
	if len(d.events) == 0 {
		return
	}
	d.in("lifecycle", []pair{{"source", "#seelex"}}, func() {
		for n, e := range d.events {
			d.dated("eventRef", e.date, pair{"eId", eventID(n)}, pair{"source", e.source}, pair{"type", e.kind})
		}
	})
}

func eventID(n int) string { return "event_" + strconv.Itoa(n+1) }

// at refers to the event of the date, "" where it is not known.
func (d *document) at(date legislation.Date) string {
	if n := slices.IndexFunc(d.events, func(e event) bool { return e.date == date }); n >= 0 && !date.IsZero() {
		return "#" + eventID(n)
	}
	return ""
}

// period refers to the time in which a version applies, "" where neither end is known.
func (d *document) period(v *legislation.Version) string {
	if v.InForce.IsZero() && v.Ended.IsZero() {
		return ""
	}
	return "#" + periodID(v)
}

func periodID(v *legislation.Version) string {
	return strings.TrimSuffix("period_"+v.InForce.String()+"_"+v.Ended.String(), "_")
}

func (d *document) temporal() {
	seen := map[string]bool{}
	var versions []*legislation.Version
	for _, p := range d.Provisions {
		if v, _ := d.standing(p); v != nil && d.period(v) != "" && !seen[periodID(v)] {
			seen[periodID(v)] = true
			versions = append(versions, v)
		}
	}
	if len(versions) == 0 {
		return
	}
	d.in("temporalData", []pair{{"source", "#seelex"}}, func() {
		for _, v := range versions {
			d.in("temporalGroup", []pair{{"eId", periodID(v)}}, func() {
				d.empty("timeInterval", pair{"start", d.at(v.InForce)}, pair{"end", d.at(after(v.Ended))}, pair{"refersTo", "#force"})
			})
		}
	})
}

func (d *document) references() {
	i := d.Instrument
	d.in("references", []pair{{"source", "#seelex"}}, func() {
		d.empty("original", pair{"eId", "original"}, pair{"href", d.work()}, pair{"showAs", i.TitleEn})
		for n, a := range i.Amendments {
			d.empty("passiveRef", pair{"eId", "amendment_" + strconv.Itoa(n+1)}, pair{"href", d.work() + "/!amendment_" + strconv.Itoa(n+1)},
				pair{"showAs", cmp.Or(strings.TrimSpace(a.Ref+" "+a.What), "amendment")})
		}
		for n, id := range i.Implements {
			d.empty("activeRef", pair{"eId", "implements_" + strconv.Itoa(n+1)}, pair{"href", d.Base + "/law/" + string(id)}, pair{"showAs", "implements " + string(id)})
		}
		d.empty("TLCOrganization", pair{"eId", "seelex"}, pair{"href", "/akn/ontology/organization/seelex"}, pair{"showAs", "seelex"})
		d.empty("TLCOrganization", pair{"eId", "author"}, pair{"href", "/akn/ontology/organization/" + strings.ToLower(i.ID.Jurisdiction()) + "/author"},
			pair{"showAs", cmp.Or(i.Responsible, "not known")})
		d.empty("TLCConcept", pair{"eId", "force"}, pair{"href", "/akn/ontology/concept/in-force"}, pair{"showAs", "in force"})
	})
}
