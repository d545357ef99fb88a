// Lists what can leak in the packages of a Go program: go statements, contexts, timers, channel operations, responses of HTTP clients,
// pools, and package-level maps and slices that grow. It reads what `go list -export -deps -json` printed from the file that is named, so that types
// are those of the build, and answers with one JSON array on stdout. To each place it tells the routes whose handlers lead there.
package main

import (
	"encoding/json"
	"fmt"
	"go/token"
	"io"
	"os"
)

// Package is what the go command told of one package.
type Package struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Export     string
	ImportMap  map[string]string
	Own        bool
}

// Site is one place where something can leak. File is absolute. It is run whenever the statement at Counted is, line and column as in
// coverage profiles: what stands behind `case` in a select is evaluated where the select begins.
type Site struct {
	Kind     string `json:"kind"`
	Package  string `json:"package"`
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Counted  [2]int `json:"counted"`
	// Routes lead there, the shortest way first.
	Routes []Way `json:"routes,omitempty"`

	at token.Pos
}

// Way is a route from whose handler calls lead to a place. They may lead there where one of them goes through an interface or a variable, of
// which it isn't known what it calls.
type Way struct {
	Method string `json:"method"`
	Path   string `json:"path"`
	May    bool   `json:"may"`
	// Handlers are where the bodies begin that every request of the route runs; empty where none is the program's own.
	Handlers []Place `json:"handlers"`
}

// Place is a statement as coverage profiles name it. File is absolute.
type Place struct {
	Package string `json:"package"`
	File    string `json:"file"`
	Counted [2]int `json:"counted"`
}

func main() {
	packages, err := open(os.Args[1:])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(Inventory(packages))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func open(arguments []string) ([]Package, error) {
	if len(arguments) != 1 {
		return nil, fmt.Errorf("want one file, got %d", len(arguments))
	}
	file, err := os.Open(arguments[0])
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return decode(file)
}

func decode(from io.Reader) ([]Package, error) {
	var packages []Package
	decoder := json.NewDecoder(from)
	for {
		var one Package
		if err := decoder.Decode(&one); err == io.EOF {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, one)
	}
}

// Inventory lists the sites of the own packages, in the order of the packages and their files. What doesn't type-check is read as far as it goes.
func Inventory(packages []Package) []Site {
	program := check(packages)
	sites := []Site{}
	for _, one := range program.packages {
		finder := &finder{fileSet: program.fileSet, info: program.info, path: one.path}
		for _, file := range one.files {
			for _, declaration := range file.Decls {
				finder.declaration(declaration)
			}
		}
		sites = append(sites, finder.sites...)
	}
	reach(program, sites)
	return sites
}
