/** The sheet as it hangs on the board. */
import type { Notice } from './notice.tsx'

export function Poster({ notice: { poster } }: { notice: Notice }) {
  return (
    <article className="poster">
      <h1>{poster.title}</h1>
      <p className="poster-text">{poster.text}</p>
      <table>
        <thead>
          <tr>
            <th>序号</th>
            {poster.columns.map(({ field, label }) => (
              <th key={field}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {poster.lines.map((line, at) => (
            <tr key={JSON.stringify(line)}>
              <td>{at + 1}</td>
              {poster.columns.map(({ field }) => (
                <td key={field}>{line[field] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {poster.objection ? <p className="poster-text">{poster.objection}</p> : null}
      <p className="poster-signed">
        {poster.signed}（盖章）
        <br />
        {poster.day}
      </p>
    </article>
  )
}
