package structure

import (
	"regexp"
	"strings"
)

// appended finds where, behind the last article, the articles of amending acts are printed: the numbers fall back and
// do not return to the sequence. Annexes and further acts have sequences of their own.
func (r *recogniser) appended() {
	acts := 0
	var arts []int
	for k := range r.marks {
		m := &r.marks[k]
		if m.kind == Annex || m.kind == Appended {
			acts += r.appendedIn(arts, acts)
			arts = arts[:0]
		}
		if m.kind == Article && !m.quoted && m.number.Value > 0 && m.number.Suffix != "ek" && m.number.Suffix != "gecici" {
			arts = append(arts, k)
		}
	}
	acts += r.appendedIn(arts, acts)
	r.notWorkedIn(acts)
}

// appendedIn looks at one sequence of articles and returns how many appended acts it ends with; base is how many there
// are before it.
func (r *recogniser) appendedIn(arts []int, base int) int {
	var starts []int
	ahead, own := r.ahead(arts)
	top, last, behind, sure := 0, 0, 0, false
	for i, k := range arts {
		v := r.marks[k].number.Value
		back := v < last || v == last && r.marks[k].number.Suffix == "" && len(starts) > 0
		switch {
		case len(starts) > 0 && (back || r.introduced(k) || r.noted(k)):
			starts = append(starts, k)
		case len(starts) == 0 && i > 0 && (v <= last && own[i+1] <= top || v > last+1 && r.standsAlone(arts[i:])) && r.introduced(k):
			sure = true
			starts = append(starts, k)
		case len(starts) == 0 && i >= 10 && v < top-5 && ahead[i+1] <= top:
			starts = append(starts, k)
		}
		if len(starts) > 0 {
			behind++
		} else {
			top = max(top, v)
		}
		last = v
	}
	if behind == 0 || behind*4 > len(arts) && !sure {
		return 0 // no tail: the numbering of this text is another one
	}
	m := &r.marks[starts[0]]
	r.warnf("appended", m.block, "behind article %d the numbers start again at %d: these articles are kept apart as those of an amending act", top, m.number.Value)
	for n, k := range starts {
		r.marks[k].starts = base + n + 1
	}
	return len(starts)
}

// ahead gives for each article the highest number from it on, of all and of those that no line introduces as one of
// another act: by them the sequence is known to go on.
func (r *recogniser) ahead(arts []int) (all, own []int) {
	all, own = make([]int, len(arts)+1), make([]int, len(arts)+1)
	for i := len(arts) - 1; i >= 0; i-- {
		v := r.marks[arts[i]].number.Value
		all[i], own[i] = max(all[i+1], v), own[i+1]
		if v > own[i] && !r.introduced(arts[i]) {
			own[i] = v
		}
	}
	return all, own
}

// standsAlone says that the sequence does not go on behind the first of arts.
func (r *recogniser) standsAlone(arts []int) bool {
	return len(arts) == 1 || r.introduced(arts[1]) || r.marks[arts[1]].number.Value <= r.marks[arts[0]].number.Value
}

// notWorkedIn finds the articles that a Turkish consolidation prints at its end, "işlenemeyen hükümler": those of
// amending acts which have no place in the text.
func (r *recogniser) notWorkedIn(acts int) {
	if r.lang != "tr" {
		return
	}
	from := len(r.blocks)
	for k := range r.marks {
		m := &r.marks[k]
		if k > 0 && from == len(r.blocks) {
			for i := r.marks[k-1].block; i < m.block; i++ {
				if t := foldAll(r.blocks[i].Text); len(t) < 200 && strings.Contains(t, "islenemeyen hukum") {
					from = i
					break
				}
			}
		}
		if m.kind == Article && !m.quoted && m.starts == 0 && m.block > from && (acts == 0 || r.headsAct(m.block-1)) {
			acts++
			m.starts = acts
		}
	}
}

// introduced says that the lines before an article name an act: another amending act starts.
func (r *recogniser) introduced(k int) bool {
	for i := r.marks[k].block - 1; i > 0 && i >= r.marks[k].block-3; i-- {
		if namesAct(r.blocks[i].Text) {
			return true
		}
		if !r.headingLike(i) {
			return false
		}
	}
	return false
}

// noted says that an amendment note stands before an article.
func (r *recogniser) noted(k int) bool {
	i := r.marks[k].block - 1
	return i > 0 && isNote(r.blocks[i].Text)
}

// headsAct says that a block names the act whose articles follow.
func (r *recogniser) headsAct(i int) bool {
	t := r.blocks[i].Text
	return isNote(t) || namesAct(t) || r.lang == "tr" && len(t) < 250 && strings.Contains(foldAll(t), "sayili kanun")
}

var gazetteOnly = regexp.MustCompile(`^[*(\[ ]*(?:\pL[^\d]{0,60})?\d{1,3}/\d{2,4}[*)\] ]*$`)

// namesAct says that a line names an act by its gazette and says nothing of it: "Закон за изменување … („Службен весник",
// бр. 19/06):", "(41/07)".
func namesAct(t string) bool {
	if t == "" || len(t) > 500 || startsLower(t) {
		return false
	}
	if strings.HasSuffix(t, ":") {
		folded := foldAll(t)
		return (strings.HasPrefix(folded, "закон ") || strings.HasPrefix(folded, "zakon ")) && gazetteNamed.MatchString(t)
	}
	return !strings.HasSuffix(t, ".") && !strings.HasSuffix(t, ";") && gazetteNamed.MatchString(t) && strings.ContainsAny(t, "0123456789") || gazetteOnly.MatchString(t)
}

// act says that a heading names an act of an issue of the Greek gazette, which may hold several: those behind the first
// are kept apart, each with its own articles.
func (c classifier) act(b *Block) bool {
	if c.lang != "el" || b.Level == 0 || len(b.Text) > 200 {
		return false
	}
	t := foldAll(b.Text)
	for _, kind := range [...]string{"προεδρικο διαταγμα υπ", "νομοσ υπ", "νομος υπ"} {
		if strings.HasPrefix(t, kind) {
			return true
		}
	}
	return false
}

// amendmentList says that a line heads the table with which a Turkish consolidation ends: the articles that each act
// changed, and since when.
func (c classifier) amendmentList(b *Block) bool {
	if c.lang != "tr" || len(b.Text) > 250 || !upperWords(b.Text) {
		return false
	}
	t := foldAll(b.Text)
	return strings.Contains(t, "yururluge giris tarih") || strings.Contains(t, "sayili kanun") && strings.Contains(t, "ek ve degisiklik")
}
