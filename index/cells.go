package index

// scratch is what one search needs for a moment: a cell for each document, all zero
// between searches, so that a search costs what it finds and not what there is.
type scratch struct {
	cells   []cell
	touched []uint32 // documents with any unit
	reached []uint32 // documents with the unit at work
	had     []uint32 // documents with the word at work
	found   found
}

func newScratch(c *curated) *scratch {
	return &scratch{cells: make([]cell, len(c.docs)), found: found{counts: make([]int, len(c.values))}}
}

// cell is how a document answers the query so far.
type cell struct {
	score   float64 // sum of the weights of the units times how well each is answered
	covered float64 // sum of the weights of the units that are answered
	text    float64 // how well the unit at work is answered by the document's words and concepts
	topic   float64 // and by its topics
	word    float64 // and the word at work
	words   uint8   // words of the unit at work that stand in it
	titled  uint8   // words of the query that stand in its headings
	inHead  bool    // the word at work does
	touched bool
	meant   bool // the unit at work is answered by a concept or topic
	own     bool // and its concept's topic is the document's
	answers bool // it is the position on what a unit of the query asks about first
}

// answer is how well the unit at work is answered: by the best of the ways, and a little
// better when words and topic agree.
func (at *cell) answer() float64 {
	answer := max(at.text, at.topic) + weights.agree*min(at.text, at.topic)
	if at.own {
		answer += weights.topical
	}
	return answer
}

// weigh goes through the documents of each way in which a unit can be answered.
func (s *scratch) weigh(c *curated, query []wanted) {
	whole := 0.0
	for i := range query {
		whole += query[i].weight
	}
	for i := range query {
		w := &query[i]
		for _, ways := range w.words {
			s.weighWord(c, ways, float64(len(w.words)))
		}
		for _, way := range w.meant {
			s.meet(c, way, func(at *cell, worth float64) {
				at.text = max(at.text, worth)
				at.answers = at.answers || way.answers
			})
		}
		for _, way := range w.topics {
			s.meet(c, way, func(at *cell, worth float64) {
				at.topic = max(at.topic, worth)
				at.own = at.own || way.own
				at.answers = at.answers || way.answers
			})
		}
		for _, d := range s.reached {
			at := &s.cells[d]
			at.score += w.weight * at.answer()
			if at.meant || len(w.meant) == 0 || int(at.words) == len(w.words) {
				at.covered += w.weight
			}
			if !at.touched {
				at.touched = true
				s.touched = append(s.touched, d)
			}
			at.text, at.topic, at.words, at.meant, at.own = 0, 0, 0, false, false
		}
		s.reached = s.reached[:0]
	}
	for _, d := range s.touched {
		if at := &s.cells[d]; at.answers { // whatever else the query says of it
			at.covered = max(at.covered, enough*whole)
		}
	}
}

func (s *scratch) weighWord(c *curated, ways []way, words float64) {
	for _, way := range ways {
		for _, p := range c.having(way.trait) {
			at := &s.cells[p.doc]
			if at.word == 0 {
				s.had = append(s.had, p.doc)
			}
			at.word = max(at.word, way.at(p))
			at.inHead = at.inHead || way.own
		}
	}
	for _, d := range s.had {
		at := &s.cells[d]
		if at.text == 0 && at.topic == 0 {
			s.reached = append(s.reached, d)
		}
		at.text += at.word / words
		at.words++
		if at.inHead {
			at.titled++
		}
		at.word, at.inHead = 0, false
	}
	s.had = s.had[:0]
}

func (s *scratch) meet(c *curated, way way, do func(at *cell, worth float64)) {
	for _, p := range c.having(way.trait) {
		at := &s.cells[p.doc]
		if at.text == 0 && at.topic == 0 {
			s.reached = append(s.reached, p.doc)
		}
		do(at, way.at(p))
		at.meant = true
	}
}

func (s *scratch) clear() {
	for _, d := range s.touched {
		s.cells[d] = cell{}
	}
	s.touched = s.touched[:0]
	clear(s.found.counts)
	s.found = found{counts: s.found.counts, best: s.found.best[:0]}
}
