/** One line on the terminal that says what is going on; on a pipe a line whenever the step changes. */

export interface ProgressLine {
  say: (line: string) => void
  end: () => void
}

const widest = 100

/** A progress line on a stream. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let last = ''
  let lastStep = ''
  return {
    say: (line) => {
      if (line === last) return
      last = line
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${line.slice(0, widest)}`)
        return
      }
      const step = line.replace(/\d+/g, '')
      if (step !== lastStep) stream.write(`${line}\n`)
      lastStep = step
    },
    end: () => {
      if (stream.isTTY && last !== '') stream.write('\r\u001b[K')
      last = ''
    },
  }
}
