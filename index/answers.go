package index

type entries struct{}
type answers struct{}

func newAnswers() *answers    { return nil }
func newEntries(any) *entries { return nil }
