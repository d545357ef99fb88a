// Package shapes reads Go source by its shapes: which texts stand there, and where routes are registered. It needs no types, and makes use of
// the values of constants where somebody has them.
package shapes

import (
	"go/ast"
	"go/build"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Package is the parsed files of one folder.
type Package struct {
	Dir   string
	Files []*ast.File
	// Types of the files' expressions; nil where nobody checked them.
	info      *types.Info
	functions map[string][]*ast.FuncDecl
	constants map[string]string
}

// Load parses the files of a folder, those of other systems and tags left out. A file that doesn't parse is read as far as it goes.
func Load(fileSet *token.FileSet, dir string) *Package {
	var files []*ast.File
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if fits, err := build.Default.MatchFile(dir, name); err != nil || !fits {
			continue
		}
		file, _ := parser.ParseFile(fileSet, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if file != nil {
			files = append(files, file)
		}
	}
	return New(dir, files, nil)
}

// New is a package of files that were parsed already, and checked where info isn't nil.
func New(dir string, files []*ast.File, info *types.Info) *Package {
	made := &Package{Dir: dir, info: info, functions: map[string][]*ast.FuncDecl{}, constants: map[string]string{}}
	for _, file := range files {
		made.add(file)
	}
	return made
}

func (p *Package) add(file *ast.File) {
	p.Files = append(p.Files, file)
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			p.functions[decl.Name.Name] = append(p.functions[decl.Name.Name], decl)
		case *ast.GenDecl:
			p.addConstants(decl)
		}
	}
}

func (p *Package) addConstants(decl *ast.GenDecl) {
	for _, spec := range decl.Specs {
		values, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range values.Names {
			if i < len(values.Values) {
				if text, ok := p.Text(values.Values[i]); ok {
					p.constants[name.Name] = text
				}
			}
		}
	}
}

// Text is the value of a string literal, of a constant, or of several added.
func (p *Package) Text(expr ast.Expr) (string, bool) {
	if p.info != nil {
		if value := p.info.Types[expr].Value; value != nil && value.Kind() == constant.String {
			return constant.StringVal(value), true
		}
	}
	switch expr := expr.(type) {
	case *ast.BasicLit:
		if expr.Kind == token.STRING {
			text, err := strconv.Unquote(expr.Value)
			return text, err == nil
		}
	case *ast.ParenExpr:
		return p.Text(expr.X)
	case *ast.Ident:
		text, ok := p.constants[expr.Name]
		return text, ok
	case *ast.SelectorExpr:
		if x, ok := expr.X.(*ast.Ident); ok && x.Name == "http" {
			return strings.CutPrefix(strings.ToUpper(expr.Sel.Name), "METHOD")
		}
	case *ast.BinaryExpr:
		left, ok := p.Text(expr.X)
		right, also := p.Text(expr.Y)
		return left + right, expr.Op == token.ADD && ok && also
	}
	return "", false
}

// ExprText is the source of a name or a chain of names; what is more than that gets none.
func ExprText(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.Ident:
		return expr.Name
	case *ast.SelectorExpr:
		return ExprText(expr.X) + "." + expr.Sel.Name
	case *ast.StarExpr:
		return "*" + ExprText(expr.X)
	case *ast.ParenExpr:
		return ExprText(expr.X)
	}
	return ""
}

// CalledName is the last name of what is called; empty where it has none.
func CalledName(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name
	case *ast.SelectorExpr:
		return fun.Sel.Name
	}
	return ""
}
