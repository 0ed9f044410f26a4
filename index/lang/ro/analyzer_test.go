package ro

import "testing"

func TestSpellingsOfMoldovaAndRomaniaMeet(t *testing.T) {
	for old, today := range map[string]string{
		"hotărîre": "hotărâre", "hotărîrea": "hotărârii", "vînzare": "vânzare", "VÎNZARE": "vânzare", "cînepă": "cânepă", "pîrît": "pârât",
		"înstrăinare": "instrainare", "neîngrijire": "neingrijire", "a hotărî": "a hotari", "reîncepe": "reincepe",
	} {
		if a, b := term(old), term(today); a != b {
			t.Errorf("%s (%s) does not meet %s (%s)", old, a, today, b)
		}
	}
}

func term(word string) string {
	tokens := Analyzer.Analyze([]byte(word))
	return string(tokens[len(tokens)-1].Term)
}
