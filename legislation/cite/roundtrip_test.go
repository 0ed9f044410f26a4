package cite

import (
	"slices"
	"testing"

	"seelex/legislation"
)

// What is written in any of the text styles is read back to the same provision: for
// every instrument and provision of the corpus, on every day on which one of its
// versions began, and today.
func TestRoundTrip(t *testing.T) {
	type subject struct {
		id legislation.ID
		on []legislation.Day
	}
	var subjects []subject
	for _, i := range loaded.catalog.Instruments {
		subjects = append(subjects, subject{i.ID, []legislation.Day{today}})
	}
	seen := map[legislation.ID]bool{}
	for i := range loaded.provisions {
		p := &loaded.provisions[i]
		days := []legislation.Day{today}
		for _, v := range p.Versions {
			if on := v.InForce.First(); !v.InForce.IsZero() && !slices.Contains(days, on) {
				days = append(days, on)
			}
		}
		subjects = append(subjects, subject{p.ID, days})
		for above := p.ID.Parent(); above != "" && !above.IsInstrument() && !seen[above] && loaded.provision(above) == nil; above = above.Parent() {
			seen[above] = true
			subjects = append(subjects, subject{above, days[:1]})
		}
	}
	written, failed := 0, map[string]int{}
	for _, style := range Styles[:6] {
		for _, s := range subjects {
			for _, on := range s.on {
				c, err := Write(loaded.catalog, Request{ID: s.id, Style: style.ID, On: on, Provision: loaded.provision(s.id)})
				if err != nil {
					t.Fatal(err)
				}
				written++
				got := loaded.reader.Read(c.Text, on)
				if got.ID == s.id {
					continue
				}
				if failed[style.ID]++; failed[style.ID] <= 5 {
					t.Errorf("%s: %s on %s is written\n\t%s\n\tand read as %q, candidates %q, not understood %q", style.ID, s.id, on, c.Text, got.ID, ids(got.Candidates), got.NotUnderstood)
				}
			}
		}
	}
	t.Logf("%d citations of %d instruments and provisions in 6 styles written and read back; %v not", written, len(subjects), failed)
}

// A place that the knowledge base does not have opens nothing: its instrument is a
// candidate, and the place is named as not understood.
func TestRoundTripOfWhatIsNotThere(t *testing.T) {
	for _, style := range Styles[:6] {
		for _, i := range loaded.catalog.Instruments {
			for _, place := range []string{"/art-999", "/art-998a/par-7"} {
				c, err := Write(loaded.catalog, Request{ID: i.ID + legislation.ID(place), Style: style.ID, On: today})
				if err != nil {
					t.Fatal(err)
				}
				got := loaded.reader.Read(c.Text, today)
				listed := slices.ContainsFunc(got.Candidates, func(c Candidate) bool { return c.ID == i.ID })
				if got.ID != "" || !listed || len(got.NotUnderstood) == 0 {
					t.Errorf("%s: %s\n\tis read as %q, candidates %q, not understood %q", style.ID, c.Text, got.ID, ids(got.Candidates), got.NotUnderstood)
				}
			}
		}
	}
}
