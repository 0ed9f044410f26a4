// Package cite reads the citations that people type and writes the citations that
// people need.
//
// [Reader] resolves "KZ čl. 246a st. 1", "чл. 354а НК", "άρθρο 29 ν. 4139/2013" or
// "Art 3(2) 1988 Convention" to an instrument or provision, and finds the citations
// in a text. [Write] gives the citation of an instrument or provision in the native
// legal style of its jurisdiction, in the scholarly styles and as a file for a
// reference manager. What is written in any of the text styles is read back to the
// same provision.
//
// A citation never opens something else: what does not fit exactly one instrument or
// provision has candidates and no id, and what could not be made use of is named.
package cite
