package importer

func disagreements(id, digest, language, text string) []Disagreement { return nil }
