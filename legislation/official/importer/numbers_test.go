package importer

import "testing"

// TestDisagreements: a number of a digest is reported when the official text counts the
// same thing and has another number, and only then.
func TestDisagreements(t *testing.T) {
	tests := []struct{ name, digest, tag, text, want string }{
		{"the same in words", "Prison of three to ten years.", "sr-Latn", "kazniće se zatvorom od tri do deset godina.", ""},
		{"another maximum", "Prison of three to twelve years.", "sr-Cyrl", "казниће се затвором од три до десет година.", "12 years"},
		{"figures in brackets", "Imprisonment of one to three years.", "sq", "me burgim prej një (1) deri në tre (3) vjet.", ""},
		{"grams", "Less than five grams.", "sq", "më pak se tre (3) gram të substancave", "5 g"},
		{"months for years", "Prison of up to two years.", "ro", "închisoare de până la 24 luni sau 3 ani", ""},
		{"the text counts nothing", "Prison of two years.", "el", "τιμωρείται με τις ποινές του προηγούμενου άρθρου.", ""},
		{"genitive", "At least one year.", "el", "φυλάκιση τουλάχιστον ενός έτους και δέκα ετών", ""},
		{"a date is no number of years", "In force since 2016; prison of two years.", "tr", "iki yıldan beş yıla kadar hapis", ""},
	}
	for _, x := range tests {
		found := disagreements("x", x.digest, x.tag, x.text)
		got := ""
		if len(found) > 0 {
			got = found[0].Number
		}
		if got != x.want || len(found) > 1 {
			t.Errorf("%s: reports %v, want %q", x.name, found, x.want)
		}
	}
}
