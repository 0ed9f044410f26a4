package stem

import "testing"

func TestFleetingVowel(t *testing.T) {
	for word, want := range map[string]string{
		"opasan": "opasn", "clanak": "clank", "opasn": "opasn", "sud": "sud", "brak": "brak", "stanja": "stanja", "niaak": "niaak",
	} {
		if got := string(Fleeting([]byte(word), 'a')); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestVelar(t *testing.T) {
	for word, want := range map[string]string{
		"narkotic": "narkotik", "naloz": "nalog", "bolnic": "bolnik", "lic": "lic", "kaz": "kaz", "kraz": "kraz", "": "",
	} {
		if got := string(Velar([]byte(word))); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}
