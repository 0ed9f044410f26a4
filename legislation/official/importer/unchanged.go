package importer

import "seelex/legislation"

// imported is an edition that the knowledge base has.
type imported struct {
	instrument legislation.ID
	edition    legislation.Edition
}

// knowEditions remembers the editions by the checksum of what they were read from.
func (j *joiner) knowEditions() {
	j.editions = map[string][]imported{}
	for _, i := range j.catalog.Instruments {
		for _, e := range i.Expressions {
			j.editions[e.SHA256] = append(j.editions[e.SHA256], imported{i.ID, e})
		}
	}
}

// imported finds the edition that was read from the same bytes and is all that the
// item asks for, with topics suggested by the same rules; nil where there is none.
func (j *joiner) imported(sha string, item Item, rules *Rules) *imported {
	for _, k := range j.editions[sha] {
		if (rules == nil || rules.sha == k.edition.TopicRules) &&
			(item.Instrument == "" || item.Instrument.Key() == k.instrument.Key()) &&
			(item.Language == "" || item.Language == k.edition.Language) &&
			(item.Consolidated.IsZero() || item.Consolidated == k.edition.Consolidated) {
			return &k
		}
	}
	return nil
}

// tell reports that nothing was to be done.
func (k *imported) tell(out *File) {
	e := k.edition
	out.Status, out.Format, out.Language, out.Title, out.Edition = StatusUnchanged, e.Format, e.Language, e.Title, e.Key
	out.Instrument, out.Articles, out.Provisions = string(k.instrument), e.Articles, e.Provisions
}
