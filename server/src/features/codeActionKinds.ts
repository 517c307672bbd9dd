import { CodeActionKind } from 'vscode-languageserver-types';

/** Fixes everything in a file. Its own kind, so that it never runs beside another tool's by accident. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The kinds of actions that are offered. */
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND];
