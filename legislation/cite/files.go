package cite

var files = map[string]func([]work) string{}
