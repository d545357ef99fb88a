package main

import (
	"go/ast"
	"go/types"

	"leakgate.dev/source/shapes"
)

// body is that of a function or of a literal, and what it calls.
type body struct {
	path  string
	block *ast.BlockStmt
	// certain are called or started, handed on, or stand inside of it; may be called are those that an interface or a variable stands for.
	certain, may []*body
}

// graph is who calls whom in the own packages. It leaves out what others call back through an interface of theirs.
type graph struct {
	*program
	functions map[*types.Func]*body
	literals  map[*ast.FuncLit]*body
	// assigned is what variables and fields are given anywhere, where they hold functions or handlers.
	assigned map[types.Object][]ast.Expr
	// registered are handlers, which nobody calls where they stand.
	registered map[ast.Expr]bool
	named      []*types.Named
}

func newGraph(of *program, routes []shapes.Route) *graph {
	g := &graph{
		program: of, functions: map[*types.Func]*body{}, literals: map[*ast.FuncLit]*body{},
		assigned: map[types.Object][]ast.Expr{}, registered: map[ast.Expr]bool{},
	}
	for _, route := range routes {
		for _, handler := range route.Handlers {
			g.registered[handler] = true
		}
	}
	for _, one := range of.packages {
		g.collectTypes(one.types)
		for _, file := range one.files {
			g.collect(one.path, file)
		}
	}
	for _, made := range g.functions {
		g.connect(made)
	}
	for _, made := range g.literals {
		g.connect(made)
	}
	return g
}

func (g *graph) collectTypes(pkg *types.Package) {
	for _, name := range pkg.Scope().Names() {
		object, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || object.IsAlias() {
			continue
		}
		if named, ok := object.Type().(*types.Named); ok && !types.IsInterface(named) && named.TypeParams().Len() == 0 {
			g.named = append(g.named, named)
		}
	}
}

func (g *graph) collect(path string, file *ast.File) {
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncDecl:
			if function, ok := g.info.Defs[node.Name].(*types.Func); ok && node.Body != nil {
				g.functions[function] = &body{path: path, block: node.Body}
			}
		case *ast.FuncLit:
			g.literals[node] = &body{path: path, block: node.Body}
		case *ast.AssignStmt:
			if len(node.Lhs) == len(node.Rhs) {
				for i, left := range node.Lhs {
					g.assign(left, node.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			if len(node.Names) == len(node.Values) {
				for i, name := range node.Names {
					g.assign(name, node.Values[i])
				}
			}
		case *ast.KeyValueExpr:
			g.assign(node.Key, node.Value)
		}
		return true
	})
}

func (g *graph) assign(to, value ast.Expr) {
	if object := g.variable(to); object != nil && isHandler(object.Type()) {
		g.assigned[object] = append(g.assigned[object], value)
	}
}

// isHandler tells whether something of this type may be called by whoever serves requests: a function, or an http.Handler.
func isHandler(of types.Type) bool {
	if _, ok := of.Underlying().(*types.Signature); ok {
		return true
	}
	method, _, _ := types.LookupFieldOrMethod(of, true, nil, "ServeHTTP")
	return method != nil
}

// variable is the variable or field that an expression names; nil for others.
func (g *graph) variable(expr ast.Expr) *types.Var {
	name := nameIn(expr)
	if name == nil {
		return nil
	}
	object := g.info.Uses[name]
	if object == nil {
		object = g.info.Defs[name]
	}
	if variable, ok := object.(*types.Var); ok {
		return variable.Origin()
	}
	return nil
}

// nameIn is the last name of an expression, without what stands for type parameters; nil where it ends in something else.
func nameIn(expr ast.Expr) *ast.Ident {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.Ident:
		return expr
	case *ast.SelectorExpr:
		return expr.Sel
	case *ast.IndexExpr:
		return nameIn(expr.X)
	case *ast.IndexListExpr:
		return nameIn(expr.X)
	}
	return nil
}

// connect finds what a body calls. Literals in it are bodies of their own.
func (g *graph) connect(from *body) {
	var visit func(node ast.Node) bool
	visit = func(node ast.Node) bool {
		if expr, ok := node.(ast.Expr); ok && g.registered[expr] {
			return false
		}
		switch node := node.(type) {
		case *ast.FuncLit:
			from.certain = append(from.certain, g.literals[node])
			return false
		case *ast.Ident:
			g.mention(from, node, nil)
		case *ast.SelectorExpr:
			g.mention(from, node.Sel, g.info.Selections[node])
			ast.Inspect(node.X, visit)
			return false
		case *ast.CallExpr:
			if variable := g.variable(node.Fun); variable != nil {
				for _, value := range g.assigned[variable] {
					from.may = append(from.may, g.handler(value).entries...)
				}
			}
		}
		return true
	}
	ast.Inspect(from.block, visit)
}

// mention adds the function that a name stands for, or those that may stand behind a method of an interface.
func (g *graph) mention(from *body, name *ast.Ident, selection *types.Selection) {
	function, ok := g.info.Uses[name].(*types.Func)
	if !ok {
		return
	}
	receiver := function.Type().(*types.Signature).Recv()
	if receiver == nil || !types.IsInterface(receiver.Type()) {
		if made := g.functions[function.Origin()]; made != nil {
			from.certain = append(from.certain, made)
		}
		return
	}
	through := receiver.Type()
	if selection != nil && types.IsInterface(selection.Recv()) {
		through = selection.Recv()
	}
	from.may = append(from.may, g.implementing(through, function)...)
}

// implementing is the methods of the program's own types that an interface of its own may stand for. An interface of others, as `io.Writer`, may
// stand for so much that it tells nothing.
func (g *graph) implementing(through types.Type, method *types.Func) []*body {
	if named, ok := through.(*types.Named); ok && !g.own[named.Obj().Pkg()] {
		return nil
	}
	wanted, ok := through.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var found []*body
	for _, named := range g.named {
		pointer := types.NewPointer(named)
		if !types.Implements(pointer, wanted) {
			continue
		}
		object, _, _ := types.LookupFieldOrMethod(pointer, false, method.Pkg(), method.Name())
		if function, ok := object.(*types.Func); ok && g.functions[function.Origin()] != nil {
			found = append(found, g.functions[function.Origin()])
		}
	}
	return found
}
