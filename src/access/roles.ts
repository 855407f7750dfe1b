/** Roles are data: `policy/roles.yaml` says what each may do, where it may sit and whom it may appoint. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { divisionLevels } from '../kernel/index.ts'
import { readStrictFile } from '../policy/index.ts'
import { type Permission, permissions } from './permissions.ts'

const permissionWord = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])

const roleSchema = z.strictObject({
  label: z.string().min(1),
  /** Levels of the offices the role may sit in. */
  levels: z.array(z.enum(divisionLevels)).min(1),
  /** A division's own office, or a department beside it. */
  office: z.enum(['government', 'department']),
  permissions: z.array(permissionWord).min(1),
  /** `required`: until a second factor is added the account may do nothing else. */
  second_factor: z.literal('required').optional(),
  /** Roles whose accounts this role opens, changes and closes. */
  appoints: z.array(z.string()).default([]),
})

export type Role = z.infer<typeof roleSchema>
export type Roles = ReadonlyMap<string, Role>

const rolesSchema = z.record(z.string().regex(/^[a-z]+(_[a-z]+)*$/), roleSchema).superRefine((roles, issues) => {
  for (const [id, role] of Object.entries(roles)) {
    for (const [at, appointed] of role.appoints.entries())
      if (!(appointed in roles)) issues.addIssue({ code: 'custom', path: [id, 'appoints', at], message: `没有“${appointed}”这个角色` })
    if (role.appoints.length > 0 && !role.permissions.includes('officer.manage'))
      issues.addIssue({ code: 'custom', path: [id, 'appoints'], message: '能任用别人的角色须有 officer.manage 权限' })
  }
})

const shipped = resolve(import.meta.dirname, '../../policy/roles.yaml')

/** Throws one PolicyErrors with all mistakes: an unknown permission word, level, role or key. */
export function loadRoles(path = shipped): Roles {
  return new Map(Object.entries(readStrictFile(path, rolesSchema)))
}

/** The label of a role, or the word itself for one that has been taken out of the file. */
export function roleLabel(roles: Roles, role: string): string {
  return roles.get(role)?.label ?? role
}
