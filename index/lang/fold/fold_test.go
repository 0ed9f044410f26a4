package fold

import "testing"

func TestTableWritesLettersInASCII(t *testing.T) {
	own := NewTable(map[rune]string{'ж': "z", 'θ': "th"})
	for word, want := range map[string]string{
		"Žalba": "zalba", "ĐURAĐ": "durad", "ìíîï": "iiii", "İstanbul": "istanbul", "ısı": "isi", "Straße": "strasse",
		"ș ş": "s s", "Жалба": "zalba", "ЖИВОТ": "zivot", "ќе": "ke", "Θέμα": "thema", "ᾠδῇ": "odi", "νόμος": "nomos",
		"s\u030C": "s", "so\u00ADft": "soft", "ﬁne": "fine", "217": "217", "漢": "漢", "\xff": "",
	} {
		if got := string(own.Append(nil, []byte(word))); got != want {
			t.Errorf("%q is written %q, want %q", word, got, want)
		}
	}
}

func TestRulesTakeTheLongestGroupOnce(t *testing.T) {
	rules := NewRules("s", "z", "sh", "s", "sht", "st", "zz", "z")
	for key, want := range map[string]string{
		"": "", "s": "z", "sh": "s", "sht": "st", "shs": "sz", "ss": "zz", "zzz": "zz", "漢sh": "漢s",
	} {
		if got := string(rules.Apply([]byte(key))); got != want {
			t.Errorf("%q becomes %q, want %q", key, got, want)
		}
	}
}

func TestARuleThatWouldNeedMemoryIsRefused(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a replacement longer than its letters was accepted")
		}
	}()
	NewRules("q", "ya")
}
