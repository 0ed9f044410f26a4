package structure

// keepLoose decides about lines such as "Član 5 Ko na javnom mestu …", whose form may be that of a reference: those that
// carry on the sequence are labels, the others are text.
func (r *recogniser) keepLoose() {
	kept := r.marks[:0]
	last := 0
	for k, m := range r.marks {
		if m.loose && !r.carriesOn(k, last) {
			continue
		}
		if m.kind == Appended || m.kind == Annex && !m.quoted {
			last = 0
		}
		if m.kind == Article && !m.quoted && !m.absent {
			last = m.number.Value
		}
		m.unsure = m.unsure && !m.loose
		kept = append(kept, m)
	}
	r.marks = kept
}

// carriesOn says that the loose label k is the next behind article last, or one of a row whose labels are lost in part.
func (r *recogniser) carriesOn(k, last int) bool {
	m := &r.marks[k]
	v, next := m.number.Value, 0
	for j := k + 1; j < len(r.marks); j++ {
		if n := &r.marks[j]; n.kind == Article && !n.quoted && !n.absent {
			if !n.loose && n.key == m.key {
				return false // that one is the label
			}
			next = n.number.Value
			break
		}
	}
	goesOn := next == v || next == v+1
	switch {
	case last > 0 && r.introduced(k):
		return true
	case m.quoted || r.afterColon(m.block):
		return false
	case v == last+1 && last > 0, v == last && m.number.Suffix != "":
		return true
	}
	return goesOn && (last == 0 || v > last && v <= last+3)
}
