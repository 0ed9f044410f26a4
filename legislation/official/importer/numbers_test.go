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
		{"one, in any ending", "Imprisonment of one to ten years.", "hr", "kaznit će se kaznom zatvora od jedne do deset godina.", ""},
		{"ten, in any ending", "Prison of one to ten years.", "sl", "se kaznuje z zaporom od enega do desetih let.", ""},
		{"five, in any ending", "Prison of five to twelve years.", "sl", "se kaznuje z zaporom od petih do petnajstih let.", "12 years"},
		{"eighteen is not eight", "Probation of eighteen months to five years.", "sq", "nga tetëmbëdhjetë (18) muaj deri në 5 vjet", ""},
		{"thirty is not three", "At least three years.", "el", "τουλάχιστον τριάντα ετών", "3 years"},
		{"tens and ones", "With end dates of 15 and 25 years.", "en", "within fifteen years, and within twenty-five years", ""},
		{"tens and ones in Albanian", "At least twenty-four years.", "sq", "jo më pak se njëzet e pesë vjet", "24 years"},
		{"another paragraph's penalty", "The penalty of paragraph 3, five to fifteen years, applies to sale.", "sr-Latn", "Kaznom iz stava 3. kazniće se ko proda, do deset godina.", ""},
		{"another provision, abbreviated", "The court may suspend it, for one to five years (art. 49).", "mk", "казна затвор во траење до две години", ""},
		{"what the general part says", "At least three years (general maximum twenty years).", "hr", "najmanje tri godine.", ""},
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
