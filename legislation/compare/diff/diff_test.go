package diff

import (
	"strings"
	"testing"
	"time"
)

// show writes a difference as people mark one up: [-old-] and {+new+}.
func show(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case Delete:
			b.WriteString("[-" + e.Text + "-]")
		case Insert:
			b.WriteString("{+" + e.Text + "+}")
		default:
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"nothing", "", "", ""},
		{"the same", "Člen 33.", "Člen 33.", "Člen 33."},
		{"all new", "", "Neni 283", "{+Neni 283+}"},
		{"a number, whole", "imprisonment from 6 months to 5 years", "imprisonment from 2 to 8 years",
			"imprisonment from [-6 months-]{+2+} to [-5-]{+8+} years"},
		{"a word of another script, whole", "казниће се новчаном казном", "казниће се затвором", "казниће се [-новчаном казном-]{+затвором+}"},
		{"a word with an added ending is another word", "small quantity", "small quantities", "small [-quantity-]{+quantities+}"},
		{"an insertion before the full stop", "punished by a fine.", "punished by a fine or community work.", "punished by a fine{+ or community work+}."},
		{"Greek with accents", "ναρκωτική ουσία", "ναρκωτικές ουσίες", "[-ναρκωτική ουσία-]{+ναρκωτικές ουσίες+}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(Words(tt.before, tt.after)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A text made to be slow is answered soon, and correctly.
func TestHostileTextsAreBounded(t *testing.T) {
	tests := map[string][2]string{
		"alternating sentences": {strings.Repeat("a. b. ", 50_000), strings.Repeat("b. a. ", 50_000)},
		"alternating words":     {strings.Repeat("a b ", 50_000), strings.Repeat("b a ", 50_000)},
		"all different":         {unlike("x", 40_000), unlike("y", 40_000)},
		"a shifted text":        {unlike("x", 40_000), "new " + unlike("x", 39_000)},
		"many changed passages": {strings.Repeat("Same. "+unlike("x", 3000)+". ", 20), strings.Repeat("Same. "+unlike("y", 3000)+". ", 20)},
		"one long word":         {strings.Repeat("a", 1_000_000), strings.Repeat("a", 999_999)},
		"no word at all":        {strings.Repeat(".,", 200_000), strings.Repeat(",.", 200_001)},
	}
	for name, texts := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			edits := Words(texts[0], texts[1])
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("took %v", took)
			}
			check(t, edits, texts[0], texts[1])
		})
	}
}

// A long statute is compared word by word too, where it changed.
func TestLongTexts(t *testing.T) {
	before := strings.Repeat("The court may order treatment. Costs are borne by the state budget.\n", 1000)
	at := len(before) / 2
	after := before[:at] + strings.Replace(before[at:], "treatment", "treatment and education", 1)
	edits := Words(before, after)
	check(t, edits, before, after)
	if len(edits) != 3 || edits[1].Op != Insert || strings.TrimSpace(edits[1].Text) != "and education" {
		t.Errorf("%d edits, the second %+v", len(edits), edits[1])
	}
}

func unlike(prefix string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(prefix)
		for ; i > 0; i /= 26 {
			b.WriteByte(byte('a' + i%26))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// check asks that the edits give both texts back and no two of a kind touch.
func check(t *testing.T, edits []Edit, before, after string) {
	t.Helper()
	var a, b strings.Builder
	for i, e := range edits {
		if e.Op != Insert {
			a.WriteString(e.Text)
		}
		if e.Op != Delete {
			b.WriteString(e.Text)
		}
		if e.Text == "" || i > 0 && edits[i-1].Op == e.Op {
			t.Errorf("edit %d: %s %.40q after %s", i, e.Op, e.Text, edits[max(i-1, 0)].Op)
		}
	}
	if a.String() != before || b.String() != after {
		t.Errorf("the edits do not give the texts back")
	}
}

func FuzzWords(f *testing.F) {
	f.Add("up to 3 years", "up to 5 years")
	f.Add("", "x")
	f.Add("\xff\xfe a", "a\xff")
	f.Add(strings.Repeat("a. b ", 3000), strings.Repeat("a. c\n", 3000))
	f.Add("e\u0301tat d'urgence", "état d’urgence")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) < 1<<16 {
			check(t, Words(before, after), before, after)
		}
	})
}

func BenchmarkWords(b *testing.B) {
	before := strings.Repeat("Whoever without authority holds a drug is punished by imprisonment of 6 months to 5 years. ", 100)
	after := strings.ReplaceAll(before, "6 months to 5 years", "2 to 8 years")
	for b.Loop() {
		Words(before, after)
	}
}
