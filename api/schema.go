package api

import (
	"html/template"
	"path"
	"reflect"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"seelex/legislation"
)

// schemas describes Go types as they are written in JSON. It follows the rules of
// encoding/json for embedded structs of which the outer fields hide inner ones, and
// knows the domain's types that write themselves, which a general generator cannot.
type schemas struct {
	named openapi3.Schemas
}

func newSchemas() *schemas { return &schemas{openapi3.Schemas{}} }

// of is the schema of a value's type.
func (s *schemas) of(value any) *openapi3.SchemaRef { return s.ref(reflect.TypeOf(value)) }

// written are the types that write themselves, and texts of which only some exist.
var written = map[reflect.Type]func() *openapi3.Schema{
	reflect.TypeFor[legislation.Date](): func() *openapi3.Schema {
		date := openapi3.NewStringSchema().WithPattern(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`).WithNullable()
		date.Description = "A date as exact as its source: YYYY, YYYY-MM or YYYY-MM-DD; null when not known."
		return date
	},
	reflect.TypeFor[legislation.Day](): func() *openapi3.Schema { return day().WithNullable() },
	reflect.TypeFor[legislation.Value](): func() *openapi3.Schema {
		value := openapi3.NewSchema()
		value.Description = "The answer to a variable, in the shape of its type: a code, codes, true or false, a text, a date, " +
			"{min, max} in months or \"life\", {min, max, currency}, {min_units, max_units}, thresholds, texts or measures."
		return value
	},
	reflect.TypeFor[legislation.Months](): func() *openapi3.Schema {
		return openapi3.NewOneOfSchema(openapi3.NewFloat64Schema().WithMin(0), oneOf([]string{"life"}))
	},
	reflect.TypeFor[legislation.Money](): func() *openapi3.Schema {
		amount := func() *openapi3.Schema { return openapi3.NewFloat64Schema().WithNullable() }
		return openapi3.NewObjectSchema().WithProperty("min", amount()).WithProperty("max", amount()).WithProperty("currency", openapi3.NewStringSchema()).
			WithProperty("min_units", amount()).WithProperty("max_units", amount())
	},
	reflect.TypeFor[legislation.Confidence](): func() *openapi3.Schema { return oneOf([]string{"primary", "secondary", "unverified"}) },
	reflect.TypeFor[legislation.Status](): func() *openapi3.Schema {
		return oneOf([]string{string(legislation.InForce), string(legislation.Ended), string(legislation.NotYet), string(legislation.Drafted)})
	},
	reflect.TypeFor[template.HTML](): func() *openapi3.Schema { return openapi3.NewStringSchema().WithFormat("html") },
}

func (s *schemas) ref(t reflect.Type) *openapi3.SchemaRef {
	if make, ok := written[t]; ok {
		return make().NewRef()
	}
	switch t.Kind() {
	case reflect.Pointer:
		return nullable(s.ref(t.Elem()))
	case reflect.Struct:
		return s.component(t)
	case reflect.Slice, reflect.Array:
		return &openapi3.SchemaRef{Value: &openapi3.Schema{Type: &openapi3.Types{"array"}, Items: s.ref(t.Elem())}}
	case reflect.Map:
		return &openapi3.SchemaRef{Value: &openapi3.Schema{Type: &openapi3.Types{"object"}, AdditionalProperties: openapi3.AdditionalProperties{Schema: s.ref(t.Elem())}}}
	case reflect.String:
		return openapi3.NewStringSchema().NewRef()
	case reflect.Bool:
		return openapi3.NewBoolSchema().NewRef()
	case reflect.Float32, reflect.Float64:
		return openapi3.NewFloat64Schema().NewRef()
	case reflect.Interface:
		return openapi3.NewSchema().NewRef()
	}
	return openapi3.NewIntegerSchema().NewRef()
}

// nullable is a schema that may be null; a reference cannot say so itself.
func nullable(ref *openapi3.SchemaRef) *openapi3.SchemaRef {
	if ref.Ref == "" {
		ref.Value.Nullable = true
		return ref
	}
	return &openapi3.SchemaRef{Value: &openapi3.Schema{Nullable: true, AllOf: openapi3.SchemaRefs{ref}}}
}

// component describes a struct once, under its name.
func (s *schemas) component(t reflect.Type) *openapi3.SchemaRef {
	name := nameOf(t)
	ref := &openapi3.SchemaRef{Ref: "#/components/schemas/" + name}
	if known, ok := s.named[name]; ok {
		ref.Value = known.Value
		return ref
	}
	object := openapi3.NewObjectSchema()
	s.named[name] = object.NewRef() // before its fields, which may lead back to it
	ref.Value = object
	for _, f := range reflect.VisibleFields(t) {
		field, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if field == "-" || !f.IsExported() || f.Anonymous && field == "" {
			continue
		}
		if field == "" {
			field = f.Name
		}
		object.WithPropertyRef(field, s.ref(f.Type))
		if !strings.Contains(options, "omit") {
			object.Required = append(object.Required, field)
		}
	}
	return ref
}

// nameOf names a type in the document: answers by their own name, others by that of
// their package too.
func nameOf(t reflect.Type) string {
	name, of, generic := strings.Cut(t.Name(), "[")
	if generic {
		return name + "Of" + strings.TrimSuffix(of[strings.LastIndexByte(of, '.')+1:], "]")
	}
	switch pkg := path.Base(t.PkgPath()); pkg {
	case "answer", "api":
		return name
	default:
		return strings.ToUpper(pkg[:1]) + pkg[1:] + name
	}
}
