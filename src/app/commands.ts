/** Which command does what; exit codes 0 done, 1 could not be done, 2 wrong usage. */
import { Problem } from '../kernel/index.ts'
import { errorLine, PolicyErrors } from '../policy/index.ts'
import { Usage } from './command-line.ts'
import { demoCommand } from './demo-command.ts'
import { policyCommand } from './policy-command.ts'
import { runProblems } from './problems.ts'
import { screenCommand, templateCommand } from './screen-command.ts'

const usage = `衔接：县级防止返贫动态监测和帮扶系统

用法:
  xianjie screen <文件夹> --region <县级区划代码> --as-of <比对日> --out <结果文件夹>
         [--policy <政策文件夹>] [--overlay <本地参数.yaml>] [--previous <上月文件夹>] [--exemptions <豁免清单.xlsx>] [--reviewed <关联待核.xlsx>]
         [--threads N] [--memory 4GB] [--json]
  xianjie template <数据表> --out <文件.xlsx>        发给部门填报的空表；数据表写 exemptions 得到豁免清单空表
  xianjie policy check | explain <参数> --at <区划代码> --on <日期> [--overlay <本地参数.yaml>] | diff <旧文件夹> <新文件夹>
  xianjie demo generate --out <文件夹> --households N --seed S [--region <县级区划代码>] [--as-of <比对日>] [--mess full|light|none] [--format mixed|csv] [--previous]
  xianjie demo score <结果文件夹> <truth.json>
  xianjie serve                                       网页版（npm start），设置见 README
  xianjie db migrate | backup --to <文件夹> | verify --from <文件夹> | restore --from <文件夹> | rotate-keys
`

/** Runs a command line and answers its exit code; no error leaves a stack trace. */
export async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'screen') return await screenCommand(rest)
    if (command === 'template') return await templateCommand(rest)
    if (command === 'policy') return await policyCommand(rest)
    if (command === 'demo') return await demoCommand(rest)
    if (command === 'serve') return await (await import('./serve-command.ts')).serveCommand()
    if (command === 'db') return await (await import('./db-command.ts')).dbCommand(rest)
    if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
      process.stdout.write(usage)
      return command === undefined ? 2 : 0
    }
    throw new Usage(`没有“${command}”这个命令`)
  } catch (error) {
    return answer(error)
  }
}

function answer(error: unknown): number {
  if (error instanceof Usage) {
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
  if (error instanceof PolicyErrors) {
    process.stderr.write(`${new Problem(runProblems.badPolicy, { lines: error.errors.map(errorLine).join('\n') }).message}\n`)
    return 1
  }
  if (error instanceof Problem) {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  const message = error instanceof Error ? (process.env.XIANJIE_DEBUG ? error.stack : error.message.split('\n')[0]) : String(error)
  process.stderr.write(`程序内部错误，没有写入任何结果：${message}\n请把这一行和所用命令发给维护人员。\n`)
  return 1
}
