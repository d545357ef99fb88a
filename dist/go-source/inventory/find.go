package main

import (
	"go/ast"
	"go/token"
	"go/types"
)

type finder struct {
	fileSet  *token.FileSet
	info     *types.Info
	path     string
	function string
	// Of the method that is read; nil in functions.
	receiver types.Object
	sites    []Site
}

func (f *finder) declaration(declaration ast.Decl) {
	f.function, f.receiver = "init", nil
	if function, ok := declaration.(*ast.FuncDecl); ok {
		f.function, f.receiver = nameOf(function), f.receiverOf(function)
		if function.Body != nil {
			f.walk(function.Body)
		}
		return
	}
	f.walk(declaration)
}

func (f *finder) receiverOf(function *ast.FuncDecl) types.Object {
	if function.Recv == nil || len(function.Recv.List) == 0 || len(function.Recv.List[0].Names) == 0 {
		return nil
	}
	return f.info.Defs[function.Recv.List[0].Names[0]]
}

// nameOf writes `(*T).Method`, `T.Method` or `Function`, as stacks do.
func nameOf(function *ast.FuncDecl) string {
	if function.Recv == nil || len(function.Recv.List) == 0 {
		return function.Name.Name
	}
	receiver := function.Recv.List[0].Type
	pointer, isPointer := receiver.(*ast.StarExpr)
	if isPointer {
		receiver = pointer.X
	}
	if indexed, ok := receiver.(*ast.IndexExpr); ok {
		receiver = indexed.X
	}
	if indexed, ok := receiver.(*ast.IndexListExpr); ok {
		receiver = indexed.X
	}
	name := "?"
	if ident, ok := receiver.(*ast.Ident); ok {
		name = ident.Name
	}
	if isPointer {
		name = "(*" + name + ")"
	}
	return name + "." + function.Name.Name
}

func (f *finder) walk(root ast.Node) {
	// A channel operation that a select chose from others isn't one that waits alone.
	chosen := map[ast.Node]bool{}
	// What stands behind `case`, with its select.
	evaluated := map[ast.Node]token.Pos{}
	add := func(kind string, node ast.Node) {
		counted, ok := evaluated[node]
		if !ok {
			counted = node.Pos()
		}
		f.add(kind, node.Pos(), counted)
	}
	ast.Inspect(root, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.SelectStmt:
			mark(node, evaluated, chosen)
		case *ast.GoStmt:
			add("go", node)
		case *ast.SendStmt:
			if !chosen[node] {
				add("channel", node)
			}
		case *ast.UnaryExpr:
			if node.Op == token.ARROW && !chosen[node] {
				add("channel", node)
			}
		case *ast.RangeStmt:
			if isChannel(f.info.TypeOf(node.X)) {
				add("channel", node)
			}
		case *ast.CallExpr:
			if kind := f.kindOf(node); kind != "" {
				add(kind, node)
			}
		case *ast.AssignStmt:
			if f.grows(node) {
				add("growing", node)
			}
		}
		return true
	})
}

// mark marks what a select evaluates, and the operations that it has a choice of.
func mark(statement *ast.SelectStmt, evaluated map[ast.Node]token.Pos, chosen map[ast.Node]bool) {
	for _, clause := range statement.Body.List {
		communication := clause.(*ast.CommClause).Comm
		if communication == nil {
			continue
		}
		ast.Inspect(communication, func(node ast.Node) bool {
			if node == nil {
				return false
			}
			evaluated[node] = statement.Pos()
			_, literal := node.(*ast.FuncLit)
			return !literal
		})
		if len(statement.Body.List) > 1 {
			chosen[operationOf(communication)] = true
		}
	}
}

// operationOf finds the send or receive itself: other channels may be asked for its operands.
func operationOf(communication ast.Stmt) ast.Node {
	switch communication := communication.(type) {
	case *ast.ExprStmt:
		return ast.Unparen(communication.X)
	case *ast.AssignStmt:
		return ast.Unparen(communication.Rhs[0])
	}
	return communication
}

var kinds = map[string]string{
	"context.WithCancel":        "context",
	"context.WithCancelCause":   "context",
	"context.WithDeadline":      "context",
	"context.WithDeadlineCause": "context",
	"context.WithTimeout":       "context",
	"context.WithTimeoutCause":  "context",
	"time.After":                "timer",
	"time.AfterFunc":            "timer",
	"time.NewTicker":            "timer",
	"time.NewTimer":             "timer",
	"time.Tick":                 "timer",
	"(*sync.Pool).Get":          "pool",
}

// kindOf tells what a call makes that can leak; empty for nothing.
func (f *finder) kindOf(node *ast.CallExpr) string {
	if called := f.called(node); called != nil {
		if kind, ok := kinds[called.FullName()]; ok {
			return kind
		}
	}
	if yieldsResponse(f.info.TypeOf(node)) {
		return "response"
	}
	return ""
}

func (f *finder) called(node *ast.CallExpr) *types.Func {
	var name *ast.Ident
	switch called := ast.Unparen(node.Fun).(type) {
	case *ast.Ident:
		name = called
	case *ast.SelectorExpr:
		name = called.Sel
	default:
		return nil
	}
	function, _ := f.info.Uses[name].(*types.Func)
	return function
}

// yieldsResponse tells whether a call gives an HTTP response, alone or with others.
func yieldsResponse(of types.Type) bool {
	if several, ok := of.(*types.Tuple); ok {
		for i := 0; i < several.Len(); i++ {
			if isResponse(several.At(i).Type()) {
				return true
			}
		}
		return false
	}
	return of != nil && isResponse(of)
}

func isResponse(of types.Type) bool {
	pointer, ok := of.(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := pointer.Elem().(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "net/http" && named.Obj().Name() == "Response"
}

func isChannel(of types.Type) bool {
	if of == nil {
		return false
	}
	_, ok := of.Underlying().(*types.Chan)
	return ok
}

// grows finds maps that get a key, and slices that are appended to, where they outlive the call.
func (f *finder) grows(node *ast.AssignStmt) bool {
	for i, left := range node.Lhs {
		if indexed, ok := left.(*ast.IndexExpr); ok && isMap(f.info.TypeOf(indexed.X)) && f.lasts(indexed.X) {
			return true
		}
		if i < len(node.Rhs) && isAppend(node.Rhs[i]) && f.lasts(left) {
			return true
		}
	}
	return false
}

func isMap(of types.Type) bool {
	if of == nil {
		return false
	}
	_, ok := of.Underlying().(*types.Map)
	return ok
}

func isAppend(node ast.Expr) bool {
	call, ok := node.(*ast.CallExpr)
	if !ok {
		return false
	}
	name, ok := call.Fun.(*ast.Ident)
	return ok && name.Name == "append"
}

// lasts tells whether something outlives the call: a package-level variable, a field of one, or a field of the method's receiver.
func (f *finder) lasts(node ast.Expr) bool {
	switch node := ast.Unparen(node).(type) {
	case *ast.Ident:
		used := f.info.Uses[node]
		return isGlobal(used)
	case *ast.SelectorExpr:
		if base, ok := ast.Unparen(node.X).(*ast.Ident); ok && f.receiver != nil && f.info.Uses[base] == f.receiver {
			return true
		}
		return isGlobal(f.info.Uses[node.Sel]) || f.lasts(node.X)
	case *ast.IndexExpr:
		return f.lasts(node.X)
	case *ast.StarExpr:
		return f.lasts(node.X)
	}
	return false
}

func isGlobal(object types.Object) bool {
	variable, ok := object.(*types.Var)
	return ok && !variable.IsField() && variable.Pkg() != nil && variable.Parent() == variable.Pkg().Scope()
}

func (f *finder) add(kind string, at, counted token.Pos) {
	place, run := f.fileSet.Position(at), f.fileSet.Position(counted)
	f.sites = append(f.sites, Site{
		Kind: kind, Package: f.path, Function: f.function, File: place.Filename, Line: place.Line,
		Counted: [2]int{run.Line, run.Column}, at: at,
	})
}
