// npm run generate -- FILE [--format json|md|csv] [--depth key|balanced|everything] [--model] [--out FILE]: the engine without server and database.
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Depth } from '../lib/core/generation/depth'
import type { Generated } from '../lib/core/generation/generated'
import { generate } from '../lib/core/generation/rules/generate'
import { generatedCsv, generatedJson, generatedMarkdown } from '../lib/export-formats/write-generated'
import { type ReadRejection, readDocument } from '../lib/import-formats/read-document'
import { generateWithModel, ModelUnusable } from './generate-with-model'
import { fileErrorOf, readArguments, stop } from './shared/command-line'

const FORMATS: Record<string, (generated: Generated, depth: Depth) => string> = {
  json: generatedJson,
  md: generatedMarkdown,
  csv: generatedCsv,
}
const USAGE =
  'Usage: npm run generate -- FILE [--format json|md|csv] [--depth key|balanced|everything] [--model] [--out FILE]'

const { file, write, depth, model, out } = readOptions()
const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) =>
  stop(`${file} cannot be read: ${fileErrorOf(error)}.`),
)
const read = await readDocument({ kind: 'bytes', bytes, fileName: basename(file) })
if (read.kind === 'rejected') stop(`${file} cannot be read: ${reasonOf(read)}.`)
const made = generate(read)
if (made.refused.language && !model)
  console.error(`The rules do not read the language of ${file} (${made.document.language}). A model may: see --model.`)
const printed = write(model ? await generateWithModel(made, depth).catch(stopWithoutModel) : made, depth)
if (out)
  await writeFile(out, printed).catch((error: NodeJS.ErrnoException) =>
    stop(`${out} cannot be written: ${fileErrorOf(error)}.`),
  )
else process.stdout.write(printed)

function readOptions() {
  const options = {
    format: { type: 'string', default: 'json' },
    depth: { type: 'string', default: 'balanced' },
    model: { type: 'boolean', default: false },
    out: { type: 'string' },
  } as const
  const { values, positionals } = readArguments(options, USAGE)
  const [file, ...rest] = positionals
  const write = FORMATS[values.format]
  const depth = Depth.safeParse(values.depth)
  if (!file || rest.length > 0) stop(`${file ? 'One file at a time' : 'No file is named'}. ${USAGE}`)
  if (!write) stop(`There is no format “${values.format}”. ${USAGE}`)
  if (!depth.success) stop(`There is no depth “${values.depth}”. ${USAGE}`)
  return { file, write, depth: depth.data, model: values.model, out: values.out }
}

function reasonOf(rejection: ReadRejection): string {
  switch (rejection.reason) {
    case 'empty':
      return 'it is empty'
    case 'blank':
      return 'it holds nothing but blanks'
    case 'too-short':
      return `${rejection.words} words state nothing that could be asked`
    case 'too-many-bytes':
      return `${rejection.bytes} bytes are too many`
    case 'too-long':
      return `${rejection.characters} characters are too many`
    case 'not-prose':
      return `it is ${rejection.found}, and no text or Markdown`
    case 'too-nested':
      return 'it has too many quotes and lists within one another'
    case 'not-text':
      return `it is no text${rejection.found ? ` but a file of the kind “${rejection.found}”` : ''}`
  }
}

function stopWithoutModel(error: unknown): never {
  if (error instanceof ModelUnusable) return stop(`${error.message}.`.replace('..', '.'))
  throw error
}
