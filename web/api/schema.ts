/** Written by write-schema.ts from the server's API document; change the routes, not this file. */
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录的是谁、能做什么 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            officer: {
                                id: number;
                                name: string;
                            };
                            office: {
                                id: number;
                                name: string;
                                kind: string;
                            };
                            area: {
                                code: string;
                                name: string;
                            };
                            role: string;
                            roleLabel: string;
                            permissions: string[];
                            datasets: string[] | null;
                            mustChangePassword: boolean;
                            hasSecondFactor: boolean;
                            expiresAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mustChangePassword: boolean;
                            expiresAt: string;
                        } | {
                            /** @enum {boolean} */
                            needsCode: true;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        /** 退出登录 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 正在登录的会话（自己的；安全管理员可看辖区内所有人的） */
        get: {
            parameters: {
                query?: {
                    officer?: number;
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                officerId: number;
                                officerName: string;
                                openedAt: string;
                                lastSeenAt: string;
                                expiresAt: string;
                                address: string;
                                userAgent: string;
                                isCurrent: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 强制下线一个会话 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录页有哪些登录方式 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            oidc: {
                                label: string;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 开始统一身份认证：browser 留在浏览器里，再转到 url */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                            browser: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** 统一身份认证返回后登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        state: string;
                        browser: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expiresAt: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改自己的密码（其他会话随即下线） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用动态验证码：取得密钥 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 启用动态验证码：输入第一个验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停用动态验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 辖区内的机构，以及上级机构的名称 */
        get: {
            parameters: {
                query?: {
                    under?: string;
                    kind?: "government" | "department";
                    name?: string;
                    /** @description 上一页答复里的 next */
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                divisionName: string | null;
                                /** @enum {string} */
                                kind: "government" | "department";
                                name: string;
                                datasets: string[];
                                validFrom: string;
                                validUntil: string | null;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 设立机构
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        divisionCode: string;
                        /** @enum {string} */
                        kind: "government" | "department";
                        name: string;
                        /** @default [] */
                        datasets?: string[];
                        validFrom?: string;
                        /** @default null */
                        validUntil?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            divisionName: string | null;
                            /** @enum {string} */
                            kind: "government" | "department";
                            name: string;
                            datasets: string[];
                            validFrom: string;
                            validUntil: string | null;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更改机构的名称、报送的数据表、截止日期
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string;
                        datasets?: string[];
                        validUntil?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            divisionName: string | null;
                            /** @enum {string} */
                            kind: "government" | "department";
                            name: string;
                            datasets: string[];
                            validFrom: string;
                            validUntil: string | null;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/officers/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批量开通账号的模板
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量开通账号：preview=true 只检查；否则没有错误的行全部开通，其余逐行说明
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            preview: boolean;
                            good: number;
                            bad: number;
                            rows: {
                                row: number;
                                name: string;
                                username: string;
                                role: string;
                                office: string;
                                errors: string[];
                                /** @description 只显示这一次；预览时没有 */
                                initialPassword: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 辖区内的用户 */
        get: {
            parameters: {
                query?: {
                    under?: string;
                    office?: number;
                    role?: string;
                    find?: string;
                    state?: "working" | "ended" | "all";
                    sort?: "name" | "username" | "division" | "newest";
                    /** @description 上一页答复里的 next */
                    after?: number;
                    limit?: number;
                    format?: "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                /** @description 只有管理账号的人看得到 */
                                username: string | null;
                                role: string;
                                roleLabel: string;
                                officeId: number;
                                officeName: string;
                                divisionCode: string;
                                divisionName: string | null;
                                validFrom: string;
                                validUntil: string | null;
                                isDisabled: boolean;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 开通账号
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        username: string;
                        role: string;
                        officeId: number;
                        validFrom?: string;
                        validUntil?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            officer: {
                                id: number;
                                name: string;
                                /** @description 只有管理账号的人看得到 */
                                username: string | null;
                                role: string;
                                roleLabel: string;
                                officeId: number;
                                officeName: string;
                                divisionCode: string;
                                divisionName: string | null;
                                validFrom: string;
                                validUntil: string | null;
                                isDisabled: boolean;
                                version: number;
                            };
                            /** @description 只显示这一次 */
                            initialPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更改账号的姓名、角色、机构、截止日期，停用或恢复
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string;
                        role?: string;
                        officeId?: number;
                        validUntil?: string | null;
                        isDisabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            /** @description 只有管理账号的人看得到 */
                            username: string | null;
                            role: string;
                            roleLabel: string;
                            officeId: number;
                            officeName: string;
                            divisionCode: string;
                            divisionName: string | null;
                            validFrom: string;
                            validUntil: string | null;
                            isDisabled: boolean;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/officers/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置密码并解除锁定
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        dropSecondFactor?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            officer: {
                                id: number;
                                name: string;
                                /** @description 只有管理账号的人看得到 */
                                username: string | null;
                                role: string;
                                roleLabel: string;
                                officeId: number;
                                officeName: string;
                                divisionCode: string;
                                divisionName: string | null;
                                validFrom: string;
                                validUntil: string | null;
                                isDisabled: boolean;
                                version: number;
                            };
                            /** @description 只显示这一次 */
                            initialPassword: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 角色、权限，以及自己可以开通哪些角色 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                label: string;
                                levels: string[];
                                office: string;
                                permissions: {
                                    id: string;
                                    label: string;
                                }[];
                                mayAppoint: boolean;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移交账号：旧账号到期，未办事项转给接手人，已办的仍记在原来的人名下
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @description 接手人的第一天；移交人用到前一天 */
                        startsOn: string;
                        successor: {
                            name: string;
                            username: string;
                            validUntil?: string | null;
                        } | {
                            officerId: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: {
                                id: number;
                                name: string;
                                /** @description 只有管理账号的人看得到 */
                                username: string | null;
                                role: string;
                                roleLabel: string;
                                officeId: number;
                                officeName: string;
                                divisionCode: string;
                                divisionName: string | null;
                                validFrom: string;
                                validUntil: string | null;
                                isDisabled: boolean;
                                version: number;
                            };
                            to: {
                                id: number;
                                name: string;
                                /** @description 只有管理账号的人看得到 */
                                username: string | null;
                                role: string;
                                roleLabel: string;
                                officeId: number;
                                officeName: string;
                                divisionCode: string;
                                divisionName: string | null;
                                validFrom: string;
                                validUntil: string | null;
                                isDisabled: boolean;
                                version: number;
                            };
                            /** @description 只显示这一次 */
                            initialPassword: string | null;
                            moved: {
                                [key: string]: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 行政区划：某地之下一级（all=true 为全部下级），或按名称查 */
        get: {
            parameters: {
                query?: {
                    /** @description 不填为自己的辖区 */
                    under?: string;
                    all?: string;
                    name?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: {
                                code: string;
                                name: string | null;
                                level: string | null;
                            };
                            /** @description 上级，从近到远 */
                            path: {
                                code: string;
                                name: string | null;
                            }[];
                            items: {
                                code: string;
                                name: string;
                                level: string;
                                parentCode: string | null;
                                validFrom: string;
                                validUntil: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传本地的行政区划名单（两列：行政区划代码、名称）；写错的行逐行说明，其余的记下
         * @description 权限：管理本地用户与机构（officer.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recorded: number;
                            errors: {
                                row: number;
                                found: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计日志：按对象、人员、动作、日期查询
         * @description 权限：查看审计日志（audit.read）
         */
        get: {
            parameters: {
                query?: {
                    subjectKind?: string;
                    subjectId?: string;
                    officer?: number;
                    /** @description 完整的动作，或以点结尾的一类：officer. */
                    action?: string;
                    from?: string;
                    until?: string;
                    under?: string;
                    /** @description 上一页答复里的 next */
                    after?: number;
                    limit?: number;
                    format?: "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                at: string;
                                officerId: number;
                                officerName: string;
                                action: string;
                                subjectKind: string;
                                subjectId: string;
                                divisionCode: string;
                                divisionName: string | null;
                                details: unknown;
                                requestId: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验审计日志的封签：有没有被改动、删除或插入
         * @description 权限：查看审计日志（audit.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            holds: boolean;
                            fault: string | null;
                            checkedAt: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 部门系统的令牌
         * @description 权限：管理密钥、令牌与登录安全（security.manage）
         */
        get: {
            parameters: {
                query?: {
                    /** @description 上一页答复里的 next */
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                officerId: number;
                                officerName: string;
                                officeName: string;
                                divisionCode: string;
                                datasets: string[];
                                createdAt: string;
                                expiresOn: string;
                                lastUsedAt: string | null;
                                isRevoked: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 为部门系统开一个令牌
         * @description 权限：管理密钥、令牌与登录安全（security.manage）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @description 令牌代表的部门联络员 */
                        officerId: number;
                        datasets: string[];
                        expiresOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @description 只显示这一次 */
                            token: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 作废一个令牌
         * @description 权限：管理密钥、令牌与登录安全（security.manage）
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 后台任务，最近的在前 */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                kind: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                progress: {
                                    done: number;
                                    of: number | null;
                                    line: string;
                                };
                                divisionCode: string;
                                result: unknown;
                                error: string | null;
                                startedBy: {
                                    id: number;
                                    name: string;
                                };
                                createdAt: string;
                                startedAt: string | null;
                                endedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项后台任务的进度和结果 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            kind: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            progress: {
                                done: number;
                                of: number | null;
                                line: string;
                            };
                            divisionCode: string;
                            result: unknown;
                            error: string | null;
                            startedBy: {
                                id: number;
                                name: string;
                            };
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消后台任务；已完成的部分不变 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            kind: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            progress: {
                                done: number;
                                of: number | null;
                                line: string;
                            };
                            divisionCode: string;
                            result: unknown;
                            error: string | null;
                            startedBy: {
                                id: number;
                                name: string;
                            };
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 农户名单：按地区、户类型、监测情况筛选，按姓名、拼音、证件号码、电话、户编号查找
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    kind?: string;
                    monitored?: "true" | "false";
                    monitoredKind?: string;
                    q?: string;
                    sort?: "place" | "number" | "members";
                    after?: string;
                    limit?: number;
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                householdNumber: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                groupName: string;
                                headPersonId: number | null;
                                headName: string;
                                memberCount: number;
                                householdKind: string | null;
                                monitoredKind: string | null;
                                isMonitored: boolean;
                                version: number;
                                matches?: {
                                    personId: number;
                                    name: string;
                                    by: string;
                                }[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一档，可看任何一天的情况（查看留痕）
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            householdNumber: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            groupName: string;
                            headPersonId: number | null;
                            headName: string;
                            memberCount: number;
                            householdKind: string | null;
                            monitoredKind: string | null;
                            isMonitored: boolean;
                            version: number;
                            asOf: string;
                            knownFrom: string;
                            isPresent: boolean;
                            values: {
                                [key: string]: string;
                            };
                            localFields: string[];
                            members: {
                                id: number;
                                name: string;
                                isHead: boolean;
                                relation: string;
                                age: number | null;
                                fromOn: string;
                                values: {
                                    [key: string]: string;
                                };
                                localFields: string[];
                            }[];
                            openDifferences: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 修改农户和成员的信息
         * @description 权限：登记人口变动、修改农户信息（register.change）
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        on?: string;
                        /** @default  */
                        reason?: string;
                        /** @default {} */
                        household?: {
                            [key: string]: string | null;
                        };
                        /** @default [] */
                        persons?: {
                            personId: number;
                            name?: string;
                            /** @default {} */
                            values?: {
                                [key: string]: string | null;
                            };
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actId: number;
                            householdId: number;
                            version: number;
                            personIds: number[];
                            householdIds: number[];
                            summary: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/register/households/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户的登记经过，新的在前
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actId: number;
                                kind: string;
                                label: string;
                                on: string;
                                at: string;
                                officerName: string;
                                reason: string;
                                summary: string;
                                isUndone: boolean;
                                canBeUndone: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/persons/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看完整证件号码、电话、账号（须填原因，留痕）
         * @description 权限：查看完整证件号码、电话、账号（须填原因，留痕）（person.unmask）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fields: string[];
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            personId: number;
                            values: {
                                [key: string]: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/persons/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁在什么时候、为什么查看过此人
         * @description 权限：查看审计日志（audit.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                at: string;
                                officerName: string;
                                action: string;
                                label: string;
                                reason: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 户数、人数，按户类型、监测类别和下一级地区
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            households: number;
                            persons: number;
                            monitored: number;
                            kinds: {
                                kind: string;
                                households: number;
                                persons: number;
                            }[];
                            monitoredKinds: {
                                kind: string;
                                households: number;
                                persons: number;
                            }[];
                            divisions: {
                                code: string;
                                name: string;
                                households: number;
                                persons: number;
                                monitored: number;
                            }[];
                            lastLoad: {
                                at: string;
                                on: string;
                                households: number;
                                persons: number;
                            } | null;
                            openDifferences: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一档的全部项目及其代码表
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                label: string;
                                /** @enum {string} */
                                about: "household" | "person";
                                block: string;
                                /** @enum {string} */
                                kind: "id_number" | "name" | "text" | "phone" | "day" | "money" | "number" | "whole_number" | "code" | "codes" | "year" | "division_code" | "yes_no" | "card_number" | "bank_account";
                                isMasked: boolean;
                                codes: {
                                    code: string;
                                    label: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/households/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记变动：出生、死亡、收养、婚入、婚出、迁入、迁出、分户、并户、变更户主
         * @description 权限：登记人口变动、修改农户信息（register.change）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "birth";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        person: {
                            name: string;
                            /** @default {} */
                            values?: {
                                [key: string]: string | null;
                            };
                        };
                        relation: string;
                    } | {
                        /** @enum {string} */
                        kind: "adoption";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        relation?: string;
                        personId?: number;
                        person?: {
                            name: string;
                            /** @default {} */
                            values?: {
                                [key: string]: string | null;
                            };
                        };
                    } | {
                        /** @enum {string} */
                        kind: "marriage_in";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        relation?: string;
                        personId?: number;
                        person?: {
                            name: string;
                            /** @default {} */
                            values?: {
                                [key: string]: string | null;
                            };
                        };
                    } | {
                        /** @enum {string} */
                        kind: "move_in";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        relation?: string;
                        personId?: number;
                        person?: {
                            name: string;
                            /** @default {} */
                            values?: {
                                [key: string]: string | null;
                            };
                        };
                    } | {
                        /** @enum {string} */
                        kind: "death";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        personId: number;
                        newHeadId?: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "marriage_out";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        personId: number;
                        toHouseholdId?: number;
                        relation?: string;
                        newHeadId?: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "move_out";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        personIds: number[];
                        /** @default  */
                        to?: string;
                        newHeadId?: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "split";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        personIds: number[];
                        headId: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                        newHeadId?: number;
                        groupName?: string;
                    } | {
                        /** @enum {string} */
                        kind: "merge";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        fromHouseholdId: number;
                        fromVersion: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                    } | {
                        /** @enum {string} */
                        kind: "change_head";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        personId: number;
                        /** @default [] */
                        relations?: {
                            personId: number;
                            relation: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actId: number;
                            householdId: number;
                            version: number;
                            personIds: number[];
                            householdIds: number[];
                            summary: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/acts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销该户最近一次登记
         * @description 权限：登记人口变动、修改农户信息（register.change）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actId: number;
                            householdId: number;
                            version: number;
                            personIds: number[];
                            householdIds: number[];
                            summary: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/households/{id}/income/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一个核算期的收入表，全部项目和合计
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    period: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            householdId: number;
                            period: string;
                            from: string;
                            until: string;
                            version: number;
                            savedBy: string | null;
                            savedAt: string | null;
                            size: number;
                            lines: {
                                item: string;
                                amount: string;
                                /** @default  */
                                evidence: string;
                                /** @default  */
                                note: string;
                            }[];
                            totals: {
                                groups: {
                                    [key: string]: string;
                                };
                                netIncome: string;
                                netIncomePerHead: string | null;
                                notCounted: string;
                            };
                            items: {
                                item: string;
                                label: string;
                                group: string;
                                groupLabel: string;
                                counts: boolean;
                                note: string;
                                basis: string[];
                            }[];
                            register: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        /**
         * 保存收入表：每项金额写明依据
         * @description 权限：登记人口变动、修改农户信息（register.change）
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    period: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        size?: number;
                        lines: {
                            item: string;
                            amount: string;
                            /** @default  */
                            evidence?: string;
                            /** @default  */
                            note?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            householdId: number;
                            period: string;
                            from: string;
                            until: string;
                            version: number;
                            savedBy: string | null;
                            savedAt: string | null;
                            size: number;
                            lines: {
                                item: string;
                                amount: string;
                                /** @default  */
                                evidence: string;
                                /** @default  */
                                note: string;
                            }[];
                            totals: {
                                groups: {
                                    [key: string]: string;
                                };
                                netIncome: string;
                                netIncomePerHead: string | null;
                                notCounted: string;
                            };
                            items: {
                                item: string;
                                label: string;
                                group: string;
                                groupLabel: string;
                                counts: boolean;
                                note: string;
                                basis: string[];
                            }[];
                            register: {
                                [key: string]: string;
                            };
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全国系统新导出与县里的差异，附建议和理由
         * @description 权限：导入全国系统数据并处理差异（register.load）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    field?: string;
                    kind?: "value" | "member_new" | "member_missing" | "member_elsewhere" | "household_missing";
                    household?: number;
                    open?: "true" | "false";
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "value" | "member_new" | "member_missing" | "member_elsewhere" | "household_missing";
                                householdId: number | null;
                                householdNumber: string;
                                divisionCode: string;
                                village: string;
                                headName: string;
                                personId: number | null;
                                personName: string;
                                field: string;
                                label: string;
                                ours: string;
                                theirs: string;
                                /** @enum {string} */
                                proposal: "theirs" | "ours";
                                reason: string;
                                decision: ("theirs" | "ours" | "outdated") | null;
                                decidedBy: string | null;
                            }[];
                            next: string | null;
                            counts: {
                                kind: string;
                                field: string;
                                label: string;
                                /** @enum {string} */
                                proposal: "theirs" | "ours";
                                open: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/differences/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 处理差异：以全国系统为准、以县里为准或按建议，可按项目成批
         * @description 权限：导入全国系统数据并处理差异（register.load）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "theirs" | "ours" | "proposed";
                        ids?: number[];
                        all?: {
                            field?: string;
                            /** @enum {string} */
                            kind?: "value" | "member_new" | "member_missing" | "member_elsewhere" | "household_missing";
                            division?: string;
                            /** @enum {string} */
                            proposal?: "theirs" | "ours";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            taken: number;
                            kept: number;
                            outdated: number;
                            actId: number | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register/national-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 须在全国系统修改的清单（按全国系统表头的工作簿）
         * @description 权限：导入全国系统数据并处理差异（register.load）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 已报送的文件
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    format?: "xlsx";
                    month?: string;
                    dataset?: string;
                    department?: string;
                    state?: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                    sort?: "newest" | "oldest";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                bytes: number;
                                month: string;
                                department: string;
                                note: string;
                                /** @enum {string} */
                                state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                                stateLabel: string;
                                problem: string | null;
                                datasets: {
                                    name: string;
                                    label: string;
                                }[];
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                issues: number;
                                warnings: {
                                    /** @enum {string} */
                                    code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                    message: string;
                                    mustDecide: boolean;
                                    choices: {
                                        /** @enum {string} */
                                        choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                        label: string;
                                        month?: string;
                                        fileId?: number;
                                        department?: string;
                                    }[];
                                }[];
                                replaces: number | null;
                                replacedBy: number | null;
                                jobId: number | null;
                                handedInBy: string;
                                handedInAt: string;
                                acceptedBy: string | null;
                                acceptedAt: string | null;
                                withdrawnBy: string | null;
                                withdrawnAt: string | null;
                                withdrawnReason: string | null;
                                wasInUse: boolean;
                                destroyedAt: string | null;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 报送部门数据文件
         * @description 权限：报送部门数据（file.hand_in）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                jobId: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份文件：认出的数据表、理由、提示与问题统计
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 改正月份、报送部门、备注，或指明改正的是哪一份
         * @description 权限：报送部门数据（file.hand_in）
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        month?: string;
                        department?: string;
                        note?: string;
                        replaces?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/files/{id}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取中发现的问题单元格
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    format?: "xlsx";
                    sheet?: number;
                    code?: string;
                    header?: string;
                    severity?: "error" | "warning";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sheetNo: number;
                                sheet: string;
                                row: number;
                                header: string;
                                code: string;
                                /** @enum {string} */
                                severity: "error" | "warning";
                                found: string;
                                expected: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/sheets/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 指定数据表或列的含义，并重新读取
         * @description 权限：报送部门数据（file.hand_in）
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    no: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        dataset?: string | null;
                        /** @default {} */
                        columns?: {
                            [key: string]: string | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新读取文件
         * @description 权限：报送部门数据（file.hand_in）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接收文件，计入当月数据
         * @description 权限：接收、撤回部门数据（file.accept）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @default [] */
                        despite?: ("duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader")[];
                        /** @default false */
                        beside?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回文件（本部门可撤回尚未接收的，已接收的由接收人撤回）
         * @description 权限：查看已报送的数据（file.read）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            bytes: number;
                            month: string;
                            department: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                            stateLabel: string;
                            problem: string | null;
                            datasets: {
                                name: string;
                                label: string;
                            }[];
                            rowsIn: number;
                            accepted: number;
                            rejected: number;
                            issues: number;
                            warnings: {
                                /** @enum {string} */
                                code: "duplicate_file" | "duplicate_rows" | "wrong_month" | "half_file" | "looks_like_correction" | "already_accepted" | "not_your_dataset" | "which_department" | "reader";
                                message: string;
                                mustDecide: boolean;
                                choices: {
                                    /** @enum {string} */
                                    choice: "accept_anyway" | "accept_beside" | "change_month" | "choose_department" | "point_to" | "withdraw";
                                    label: string;
                                    month?: string;
                                    fileId?: number;
                                    department?: string;
                                }[];
                            }[];
                            replaces: number | null;
                            replacedBy: number | null;
                            jobId: number | null;
                            handedInBy: string;
                            handedInAt: string;
                            acceptedBy: string | null;
                            acceptedAt: string | null;
                            withdrawnBy: string | null;
                            withdrawnAt: string | null;
                            withdrawnReason: string | null;
                            wasInUse: boolean;
                            destroyedAt: string | null;
                            version: number;
                            sheets: {
                                no: number;
                                name: string;
                                dataset: string | null;
                                datasetLabel: string | null;
                                reason: string;
                                headerRow: number | null;
                                rowsIn: number;
                                accepted: number;
                                rejected: number;
                                columns: {
                                    index: number;
                                    header: string;
                                    field: string | null;
                                    label: string | null;
                                    kind: string | null;
                                    isChosen: boolean;
                                }[];
                                missing: {
                                    field: string;
                                    label: string;
                                    recognises: boolean;
                                }[];
                                months: {
                                    month: string;
                                    rows: number;
                                }[];
                                townships: {
                                    name: string;
                                    rows: number;
                                }[];
                                issueCounts: {
                                    header: string;
                                    code: string;
                                    severity: string;
                                    cells: number;
                                }[];
                                chosenDataset: string | null;
                                chosenColumns: {
                                    [key: string]: string | null;
                                };
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载改正表：有问题的行，改好后原样报回
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载原文件（留痕）
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: {
                    mended?: "1";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-in-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报送日历：各数据表各月的报送情况
         * @description 权限：查看已报送的数据（file.read）
         */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            rows: {
                                dataset: string;
                                label: string;
                                department: string;
                                officeId: number | null;
                                /** @enum {string} */
                                every: "month" | "quarter" | "year" | "event";
                                cells: {
                                    month: string;
                                    /** @enum {string} */
                                    state: "not_expected" | "open" | "missing" | "late" | "handed_in" | "has_issues" | "accepted" | "accepted_late";
                                    stateLabel: string;
                                    dueOn: string | null;
                                    files: number[];
                                    rows: number;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可报送的数据表及其各项 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                label: string;
                                department: string;
                                /** @enum {string} */
                                about: "person" | "household";
                                /** @enum {string} */
                                every: "month" | "quarter" | "year" | "event";
                                fields: {
                                    name: string;
                                    label: string;
                                    kind: string;
                                    headers: string[];
                                    recognises: boolean;
                                    isIdentity: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/datasets/{name}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载数据表的空白报送表
         * @description 权限：报送部门数据（file.hand_in）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 筛查记录，最近的在前
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                asOf: string;
                                months: number;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                stateLabel: string;
                                progress: string;
                                askedByName: string;
                                askedAt: string;
                                startedAt: string | null;
                                endedAt: string | null;
                                policyHash: string | null;
                                files: {
                                    dataset: string;
                                    label: string;
                                    file: string;
                                    sheet: string;
                                    rows: number;
                                    linked: number;
                                }[];
                                rules: {
                                    ruleId: string;
                                    label: string;
                                    hit: number;
                                    clear: number;
                                    unknown: number;
                                }[];
                                counts: {
                                    leads: number;
                                    newLeads: number;
                                    stillLeads: number;
                                    goneLeads: number;
                                    exemptLeads: number;
                                    households: number;
                                    red: number;
                                    yellow: number;
                                    green: number;
                                    unknowns: number;
                                    qualityOpen: number;
                                    qualityExempt: number;
                                    discrepancies: number;
                                } | null;
                                warnings: string[];
                                seconds: {
                                    [key: string]: number;
                                };
                                failure: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 发起一次筛查
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        divisionCode: string;
                        /** @description 比对日，不填为今天 */
                        asOf?: string;
                        /** @description 读取比对日以前几个月的部门数据，不填为 12 */
                        months?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            asOf: string;
                            months: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            policyHash: string | null;
                            files: {
                                dataset: string;
                                label: string;
                                file: string;
                                sheet: string;
                                rows: number;
                                linked: number;
                            }[];
                            rules: {
                                ruleId: string;
                                label: string;
                                hit: number;
                                clear: number;
                                unknown: number;
                            }[];
                            counts: {
                                leads: number;
                                newLeads: number;
                                stillLeads: number;
                                goneLeads: number;
                                exemptLeads: number;
                                households: number;
                                red: number;
                                yellow: number;
                                green: number;
                                unknowns: number;
                                qualityOpen: number;
                                qualityExempt: number;
                                discrepancies: number;
                            } | null;
                            warnings: string[];
                            seconds: {
                                [key: string]: number;
                            };
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次筛查的进度与结果
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            asOf: string;
                            months: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            policyHash: string | null;
                            files: {
                                dataset: string;
                                label: string;
                                file: string;
                                sheet: string;
                                rows: number;
                                linked: number;
                            }[];
                            rules: {
                                ruleId: string;
                                label: string;
                                hit: number;
                                clear: number;
                                unknown: number;
                            }[];
                            counts: {
                                leads: number;
                                newLeads: number;
                                stillLeads: number;
                                goneLeads: number;
                                exemptLeads: number;
                                households: number;
                                red: number;
                                yellow: number;
                                green: number;
                                unknowns: number;
                                qualityOpen: number;
                                qualityExempt: number;
                                discrepancies: number;
                            } | null;
                            warnings: string[];
                            seconds: {
                                [key: string]: number;
                            };
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消尚未完成的筛查
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            asOf: string;
                            months: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            policyHash: string | null;
                            files: {
                                dataset: string;
                                label: string;
                                file: string;
                                sheet: string;
                                rows: number;
                                linked: number;
                            }[];
                            rules: {
                                ruleId: string;
                                label: string;
                                hit: number;
                                clear: number;
                                unknown: number;
                            }[];
                            counts: {
                                leads: number;
                                newLeads: number;
                                stillLeads: number;
                                goneLeads: number;
                                exemptLeads: number;
                                households: number;
                                red: number;
                                yellow: number;
                                green: number;
                                unknowns: number;
                                qualityOpen: number;
                                qualityExempt: number;
                                discrepancies: number;
                            } | null;
                            warnings: string[];
                            seconds: {
                                [key: string]: number;
                            };
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening/unknowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 最近一次筛查不能判定的户数、缺少的数据和补齐办法
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                ruleId: string;
                                ruleLabel: string;
                                missing: string[];
                                households: number;
                                remedy: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screening/discrepancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 两个来源说法不一致的地方
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    comparison?: string;
                    present?: "true" | "false";
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                /** @description 农户档案中的编号 */
                                householdId: number | null;
                                headName: string;
                                comparisonId: string;
                                label: string;
                                personName: string;
                                message: string;
                                sources: {
                                    file: string;
                                    sheet: string;
                                    row: number;
                                }[];
                                isPresent: boolean;
                                foundOn: string;
                                goneOn: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 线索列表，可筛选、排序、导出
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    /** @description 规则编号，多个用英文逗号隔开 */
                    rule?: string;
                    /** @description 风险类别，多个用英文逗号隔开 */
                    risk?: string;
                    urgency?: string;
                    severity?: string;
                    state?: string;
                    /** @description true：比上一次筛查新增 */
                    isNew?: "true" | "false";
                    exempt?: "true" | "false";
                    /** @description 是否已是监测对象 */
                    monitored?: "true" | "false";
                    /** @description me 或用户编号 */
                    assignedTo?: string;
                    /** @description 户编号 */
                    household?: string;
                    sort?: "rank" | "newest" | "household";
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                /** @description 农户档案中的编号 */
                                householdId: number | null;
                                headName: string;
                                ruleId: string;
                                ruleLabel: string;
                                risk: string;
                                /** @enum {string} */
                                severity: "high" | "medium" | "low";
                                /** @enum {string} */
                                urgency: "red" | "yellow" | "green";
                                rank: number;
                                /** @description 数值与标准，一句话 */
                                sentence: string;
                                /** @enum {string} */
                                state: "open" | "handled" | "closed";
                                stateLabel: string;
                                outcome: ("true" | "not_true" | "gone") | null;
                                outcomeReason: string | null;
                                isPresent: boolean;
                                isNew: boolean;
                                isExempt: boolean;
                                alreadyMonitored: boolean;
                                appearedOn: string;
                                goneOn: string | null;
                                assignedTo: {
                                    id: number;
                                    name: string;
                                } | null;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 有线索的户，一户一行，最急的在前
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    /** @description 规则编号，多个用英文逗号隔开 */
                    rule?: string;
                    /** @description 风险类别，多个用英文逗号隔开 */
                    risk?: string;
                    urgency?: string;
                    severity?: string;
                    state?: string;
                    /** @description true：比上一次筛查新增 */
                    isNew?: "true" | "false";
                    exempt?: "true" | "false";
                    /** @description 是否已是监测对象 */
                    monitored?: "true" | "false";
                    /** @description me 或用户编号 */
                    assignedTo?: string;
                    /** @description 户编号 */
                    household?: string;
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                /** @description 农户档案中的编号 */
                                householdId: number | null;
                                headName: string;
                                rank: number;
                                /** @enum {string} */
                                urgency: "red" | "yellow" | "green";
                                urgencySteps: string[];
                                /** @enum {string} */
                                highestSeverity: "high" | "medium" | "low";
                                risks: string[];
                                rules: {
                                    leadId: number;
                                    ruleId: string;
                                    label: string;
                                    /** @enum {string} */
                                    severity: "high" | "medium" | "low";
                                    /** @enum {string} */
                                    state: "open" | "handled" | "closed";
                                }[];
                                counterEvidence: string[];
                                alreadyMonitored: boolean;
                                isNew: boolean;
                                appearedOn: string;
                                assignedTo: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 线索分组计数，用于图表和逐级下钻
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query: {
                    division?: string;
                    /** @description 规则编号，多个用英文逗号隔开 */
                    rule?: string;
                    /** @description 风险类别，多个用英文逗号隔开 */
                    risk?: string;
                    urgency?: string;
                    severity?: string;
                    state?: string;
                    /** @description true：比上一次筛查新增 */
                    isNew?: "true" | "false";
                    exempt?: "true" | "false";
                    /** @description 是否已是监测对象 */
                    monitored?: "true" | "false";
                    /** @description me 或用户编号 */
                    assignedTo?: string;
                    /** @description 户编号 */
                    household?: string;
                    by: "township" | "village" | "risk" | "rule" | "urgency" | "state";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                label: string;
                                leads: number;
                                households: number;
                                /** @description 红色户数 */
                                red: number;
                                yellow: number;
                                green: number;
                                /** @description 新增线索数 */
                                isNew: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条线索的证据卡（查看留痕）
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdNumber: string;
                            /** @description 农户档案中的编号 */
                            householdId: number | null;
                            headName: string;
                            ruleId: string;
                            ruleLabel: string;
                            risk: string;
                            /** @enum {string} */
                            severity: "high" | "medium" | "low";
                            /** @enum {string} */
                            urgency: "red" | "yellow" | "green";
                            rank: number;
                            /** @description 数值与标准，一句话 */
                            sentence: string;
                            /** @enum {string} */
                            state: "open" | "handled" | "closed";
                            stateLabel: string;
                            outcome: ("true" | "not_true" | "gone") | null;
                            outcomeReason: string | null;
                            isPresent: boolean;
                            isNew: boolean;
                            isExempt: boolean;
                            alreadyMonitored: boolean;
                            appearedOn: string;
                            goneOn: string | null;
                            assignedTo: {
                                id: number;
                                name: string;
                            } | null;
                            version: number;
                            /** @description 最近一次命中它的比对日 */
                            asOf: string;
                            urgencySteps: string[];
                            /** @description 规则的平实说法 */
                            plain: string;
                            ruleBasis: string[];
                            evidence: {
                                fact: string;
                                label: string;
                                value: string | number | boolean | null;
                                unit: string;
                                /** @description ≥、>、<、≤，或空 */
                                comparison: string;
                                threshold: number | null;
                                parameter: string | null;
                                parameterLabel: string | null;
                                parameterSince: string | null;
                                parameterRegion: string | null;
                                /** @description 引文 */
                                basis: string[];
                                /** @description 没有可引用的文件，待县确认 */
                                isProvisional: boolean;
                            }[];
                            sources: {
                                file: string;
                                sheet: string;
                                row: number;
                                datasetLabel: string;
                                cells: {
                                    label: string;
                                    value: string;
                                    masked: boolean;
                                }[];
                            }[];
                            sourceCount: number;
                            /** @description 它所依据、后来撤回的文件 */
                            withdrawnFiles: {
                                fileId: number;
                                name: string;
                                on: string;
                                reason: string;
                                note: string;
                            }[];
                            counterEvidence: {
                                file: string;
                                sheet: string;
                                row: number;
                                kind: string;
                                label: string;
                                value: string;
                            }[];
                            questions: string[];
                            otherLeads: {
                                id: number;
                                ruleLabel: string;
                                /** @enum {string} */
                                state: "open" | "handled" | "closed";
                            }[];
                            events: {
                                id: number;
                                at: string;
                                kind: string;
                                label: string;
                                officerName: string;
                                runId: number | null;
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 分派给一名用户，或退回乡镇待办
         * @description 权限：处理线索（分派、退回、办结）（lead.handle）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @description 空为退回乡镇待办 */
                        officerId: number | null;
                        /** @description 退回时必填 */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记一条备注
         * @description 权限：处理线索（分派、退回、办结）（lead.handle）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结：属实或不属实，附理由
         * @description 权限：处理线索（分派、退回、办结）（lead.handle）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @enum {string} */
                        outcome: "true" | "not_true";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新打开已办结的线索
         * @description 权限：处理线索（分派、退回、办结）（lead.handle）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 豁免清单
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    about?: "lead" | "quality";
                    rule?: string;
                    inForce?: "true" | "false";
                    household?: string;
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                /** @description 农户档案中的编号 */
                                householdId: number | null;
                                headName: string;
                                /** @enum {string} */
                                about: "lead" | "quality";
                                ruleId: string;
                                ruleLabel: string;
                                personName: string;
                                reason: string;
                                evidence: string;
                                approverName: string;
                                fromOn: string;
                                untilOn: string;
                                revokedOn: string | null;
                                revokedReason: string | null;
                                isInForce: boolean;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 批准豁免：理由、佐证、有效期
         * @description 权限：批准豁免（exemption.grant）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        about: "lead" | "quality";
                        /** @description 线索或数据质量问题的编号 */
                        id: number;
                        reason: string;
                        evidence: string;
                        /** @description 有效期至 */
                        untilOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdNumber: string;
                            /** @description 农户档案中的编号 */
                            householdId: number | null;
                            headName: string;
                            /** @enum {string} */
                            about: "lead" | "quality";
                            ruleId: string;
                            ruleLabel: string;
                            personName: string;
                            reason: string;
                            evidence: string;
                            approverName: string;
                            fromOn: string;
                            untilOn: string;
                            revokedOn: string | null;
                            revokedReason: string | null;
                            isInForce: boolean;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exemptions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销豁免
         * @description 权限：批准豁免（exemption.grant）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdNumber: string;
                            /** @description 农户档案中的编号 */
                            householdId: number | null;
                            headName: string;
                            /** @enum {string} */
                            about: "lead" | "quality";
                            ruleId: string;
                            ruleLabel: string;
                            personName: string;
                            reason: string;
                            evidence: string;
                            approverName: string;
                            fromOn: string;
                            untilOn: string;
                            revokedOn: string | null;
                            revokedReason: string | null;
                            isInForce: boolean;
                            version: number;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 试算记录，最近的在前
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                stateLabel: string;
                                progress: string;
                                askedByName: string;
                                askedAt: string;
                                endedAt: string | null;
                                ruleId: string | null;
                                ruleLabel: string | null;
                                parameters: {
                                    key: string;
                                    label: string;
                                    unit: string;
                                    now: string | number | null;
                                    tried: string | number;
                                }[];
                                months: {
                                    asOf: string;
                                    /** @description 现在的线索数 */
                                    before: number;
                                    /** @description 改后的线索数 */
                                    after: number;
                                    moreCount: number;
                                    fewerCount: number;
                                    /** @description 增加的户，最多 200 户 */
                                    more: {
                                        householdNumber: string;
                                        headName: string;
                                        township: string;
                                        village: string;
                                        ruleIds: string[];
                                    }[];
                                    fewer: {
                                        householdNumber: string;
                                        headName: string;
                                        township: string;
                                        village: string;
                                        ruleIds: string[];
                                    }[];
                                }[];
                                failure: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 试算：换一个参数值或启用一条规则，看各月线索的增减
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        divisionCode: string;
                        /** @description 只看这条规则；尚未启用的也按启用试算 */
                        ruleId?: string;
                        /** @default [] */
                        parameters?: {
                            key: string;
                            value: number | string;
                        }[];
                        /** @default 12 */
                        months?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            endedAt: string | null;
                            ruleId: string | null;
                            ruleLabel: string | null;
                            parameters: {
                                key: string;
                                label: string;
                                unit: string;
                                now: string | number | null;
                                tried: string | number;
                            }[];
                            months: {
                                asOf: string;
                                /** @description 现在的线索数 */
                                before: number;
                                /** @description 改后的线索数 */
                                after: number;
                                moreCount: number;
                                fewerCount: number;
                                /** @description 增加的户，最多 200 户 */
                                more: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                                fewer: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                            }[];
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次试算的进度与结果
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            endedAt: string | null;
                            ruleId: string | null;
                            ruleLabel: string | null;
                            parameters: {
                                key: string;
                                label: string;
                                unit: string;
                                now: string | number | null;
                                tried: string | number;
                            }[];
                            months: {
                                asOf: string;
                                /** @description 现在的线索数 */
                                before: number;
                                /** @description 改后的线索数 */
                                after: number;
                                moreCount: number;
                                fewerCount: number;
                                /** @description 增加的户，最多 200 户 */
                                more: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                                fewer: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                            }[];
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trials/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消试算
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            divisionCode: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
                            progress: string;
                            askedByName: string;
                            askedAt: string;
                            endedAt: string | null;
                            ruleId: string | null;
                            ruleLabel: string | null;
                            parameters: {
                                key: string;
                                label: string;
                                unit: string;
                                now: string | number | null;
                                tried: string | number;
                            }[];
                            months: {
                                asOf: string;
                                /** @description 现在的线索数 */
                                before: number;
                                /** @description 改后的线索数 */
                                after: number;
                                moreCount: number;
                                fewerCount: number;
                                /** @description 增加的户，最多 200 户 */
                                more: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                                fewer: {
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    ruleIds: string[];
                                }[];
                            }[];
                            failure: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 参数的现行值、沿革、依据和各级取值
         * @description 权限：查看政策参数与规则（policy.read）
         */
        get: {
            parameters: {
                query?: {
                    /** @description 不填为本人辖区 */
                    division?: string;
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                label: string;
                                unit: string;
                                value: (string | number | boolean | string[]) | null;
                                since: string | null;
                                region: string | null;
                                basis: string[];
                                isProvisional: boolean;
                                /** @enum {string} */
                                lowerLevelsMay: "nothing" | "raise" | "lower" | "set";
                                lowerLevelsMayLabel: string;
                                whenMissing: string | null;
                                note: string | null;
                                reviewedOn: string;
                                usedBy: {
                                    ruleId: string;
                                    label: string;
                                }[];
                                history: {
                                    region: string;
                                    regionLabel: string;
                                    since: string;
                                    value: (string | number | boolean | string[]) | null;
                                    unit: string;
                                    basis: string[];
                                    note: string | null;
                                    isInForce: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 筛查规则的平实说法、参数、依据和最近一次筛查的结果
         * @description 权限：查看政策参数与规则（policy.read）
         */
        get: {
            parameters: {
                query?: {
                    /** @description 不填为本人辖区 */
                    division?: string;
                    on?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description 最近一次筛查的比对日 */
                            asOf: string | null;
                            items: {
                                ruleId: string;
                                label: string;
                                risk: string;
                                region: string;
                                plain: string;
                                questions: string[];
                                from: string;
                                until: string | null;
                                isInForce: boolean;
                                parameters: {
                                    key: string;
                                    label: string;
                                    value: string;
                                }[];
                                basis: string[];
                                hit: number | null;
                                clear: number | null;
                                unknown: number | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 引用的文件
         * @description 权限：查看政策参数与规则（policy.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                title: string;
                                issuer: string;
                                documentNumber: string | null;
                                issuedOn: string | null;
                                inForceFrom: string | null;
                                inForceUntil: string | null;
                                region: string;
                                link: string | null;
                                note: string | null;
                                articles: {
                                    article: string;
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/quality-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据质量规则与改法
         * @description 权限：查看政策参数与规则（policy.read）
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                ruleId: string;
                                label: string;
                                nationalNumbers: string[];
                                about: string;
                                /** @enum {string} */
                                severity: "high" | "medium" | "low";
                                wrong: string;
                                mend: string;
                                columns: string[];
                                /** @description 尚无单位报送、规则因此不能判定的栏目 */
                                waitsFor: string[];
                                open: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据质量问题清单与改法
         * @description 权限：查看数据质量问题（quality.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    rule?: string;
                    severity?: string;
                    state?: string;
                    household?: string;
                    field?: string;
                    format?: "json" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                /** @description 农户档案中的编号 */
                                householdId: number | null;
                                headName: string;
                                ruleId: string;
                                ruleLabel: string;
                                nationalNumbers: string[];
                                /** @enum {string} */
                                severity: "high" | "medium" | "low";
                                personName: string;
                                field: string;
                                fieldLabel: string;
                                found: string;
                                message: string;
                                /** @description 怎么改 */
                                mend: string;
                                /** @description 可以就地改正 */
                                canMend: boolean;
                                source: {
                                    file: string;
                                    sheet: string;
                                    row: number;
                                } | null;
                                /** @enum {string} */
                                state: "open" | "mended" | "exempt";
                                stateLabel: string;
                                foundOn: string;
                                mendedOn: string | null;
                                mendedBy: string | null;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据质量问题分组计数
         * @description 权限：查看数据质量问题（quality.read）
         */
        get: {
            parameters: {
                query: {
                    division?: string;
                    rule?: string;
                    severity?: string;
                    state?: string;
                    household?: string;
                    field?: string;
                    by: "rule" | "township" | "village" | "severity";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                label: string;
                                mend: string;
                                open: number;
                                mended: number;
                                exempt: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据质量问题数随时间的变化
         * @description 权限：查看数据质量问题（quality.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                asOf: string;
                                runId: number;
                                open: number;
                                exempt: number;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/findings/{id}/mend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 就地改正一个问题
         * @description 权限：改正数据质量问题（quality.mend）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        value: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            version: number;
                            state: string;
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quality/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载问题清单，填“更正值”一列后传回
         * @description 权限：改正数据质量问题（quality.mend）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    rule?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 上传填好更正值的问题清单
         * @description 权限：改正数据质量问题（quality.mend）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mended: number;
                            unchanged: number;
                            refused: {
                                row: number;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            code: string;
                            details?: unknown;
                            requestId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
