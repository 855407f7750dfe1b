#!/usr/bin/env node
/** The command line: says what it does while it does it, answers with one clear line when it cannot. */
import { main } from './commands.ts'

process.exitCode = await main(process.argv.slice(2))
