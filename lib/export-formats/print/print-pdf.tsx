import { Document, renderToBuffer } from '@react-pdf/renderer'
import { CardPages } from './card-pages'
import { FactPages } from './fact-pages'
import { registerFonts } from './fonts'
import type { PrintJob } from './print-job'
import { QuizPages } from './quiz-pages'

/** A deck on paper, as a PDF with text that can be searched and read aloud. Takes a core for as long as it lasts. */
export async function printPdf(job: PrintJob): Promise<Uint8Array> {
  registerFonts()
  const { title, language } = job.printed
  return renderToBuffer(
    <Document title={title} language={new Intl.Locale(language).language} creator="Bilim" producer="Bilim">
      <Pages {...job} />
    </Document>,
  )
}

function Pages({ printed, paper, words }: PrintJob) {
  switch (printed.kind) {
    case 'cards':
      return <CardPages printed={printed} paper={paper} />
    case 'quiz':
      return <QuizPages printed={printed} paper={paper} words={words} />
    case 'facts':
      return <FactPages printed={printed} paper={paper} />
  }
}
