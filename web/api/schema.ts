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
                            /** @description 角色须使用动态验证码，而本人还没有启用 */
                            mustAddSecondFactor: boolean;
                            expiresAt: string | null;
                            /** @description 群众手机能打开的网址，印在码和海报上；空为没有设置 */
                            publicUrl: string | null;
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
                    /** @description 姓名中的字 */
                    name?: string;
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "seen" | "-seen" | "officer" | "-officer" | "address" | "-address";
                    /** @description 上一页答复里的 next */
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
                    dataset?: string;
                    /** @description 排序，不填为 id；前加 - 为倒序 */
                    sort?: "id" | "-id" | "division" | "-division" | "name" | "-name" | "kind" | "-kind" | "from" | "-from";
                    /** @description 上一页答复里的 next */
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
                    /** @description 排序，不填为 division；前加 - 为倒序 */
                    sort?: "division" | "-division" | "name" | "-name" | "username" | "-username" | "role" | "-role" | "office" | "-office" | "until" | "-until" | "newest" | "-newest";
                    /** @description 上一页答复里的 next */
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
                    /** @description 姓名中的字 */
                    officerName?: string;
                    /** @description 完整的动作，或以点结尾的一类：officer. */
                    action?: string;
                    from?: string;
                    until?: string;
                    under?: string;
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest";
                    /** @description 上一页答复里的 next */
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
         * 核验审计日志的封签：有没有被改动、删除或插入。每天第一次核验全部，其余核验新增的；whole=true 核验全部
         * @description 权限：查看审计日志（audit.read）
         */
        get: {
            parameters: {
                query?: {
                    whole?: "true" | "false";
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
                            holds: boolean;
                            fault: string | null;
                            checkedAt: string;
                            /** @description 最近一次核验全部的时间 */
                            wholeCheckedAt: string | null;
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
                    /** @description 令牌、联络员或部门名称中的字 */
                    find?: string;
                    state?: "valid" | "expired" | "revoked";
                    /** @description 排序，不填为 id；前加 - 为倒序 */
                    sort?: "id" | "-id" | "name" | "-name" | "officer" | "-officer" | "expires" | "-expires" | "used" | "-used";
                    /** @description 上一页答复里的 next */
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
        /** 后台任务，可筛选、排序、导出；不另排序时最近的在前 */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                    /** @description 发起人姓名中的字 */
                    starter?: string;
                    from?: string;
                    until?: string;
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "kind" | "-kind" | "state" | "-state" | "starter" | "-starter" | "ended" | "-ended";
                    /** @description 上一页答复里的 next */
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
                                kind: string;
                                kindLabel: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                stateLabel: string;
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
                            kindLabel: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
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
                            kindLabel: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            stateLabel: string;
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
                    /** @description 排序，不填为 place；前加 - 为倒序 */
                    sort?: "place" | "-place" | "number" | "-number" | "members" | "-members" | "head" | "-head";
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
         * 登记变动：出生、死亡、收养、婚入、婚出、迁入、迁出、分户、并户、变更户主、整户搬迁
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
                    } | {
                        /** @enum {string} */
                        kind: "relocate";
                        on: string;
                        version: number;
                        /** @default  */
                        reason?: string;
                        /** @description 整户搬到本县的哪个村 */
                        toVillage: string;
                        /** @default  */
                        groupName?: string;
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
         * 一户一个核算期的收支表，全部项目和合计
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
                                spending: string;
                            };
                            items: {
                                item: string;
                                label: string;
                                group: string;
                                groupLabel: string;
                                /** @enum {string} */
                                kind: "income" | "not_income" | "spending";
                                /** @enum {string} */
                                sign: "plus" | "minus" | "none";
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
         * 保存收支表：每项金额写明依据
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
                                spending: string;
                            };
                            items: {
                                item: string;
                                label: string;
                                group: string;
                                groupLabel: string;
                                /** @enum {string} */
                                kind: "income" | "not_income" | "spending";
                                /** @enum {string} */
                                sign: "plus" | "minus" | "none";
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
                    /** @description 排序，不填为 found；前加 - 为倒序 */
                    sort?: "found" | "-found" | "place" | "-place" | "head" | "-head" | "person" | "-person" | "about" | "-about" | "proposal" | "-proposal";
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
                    /** @description 部门名称中的字 */
                    department?: string;
                    /** @description 文件名中的字 */
                    name?: string;
                    state?: "waiting" | "read" | "unreadable" | "accepted" | "replaced" | "withdrawn";
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "oldest" | "-oldest" | "name" | "-name" | "state" | "-state" | "month" | "-month" | "department" | "-department" | "accepted" | "-accepted" | "rejected" | "-rejected" | "issues" | "-issues";
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
                    /** @description 排序，不填为 place；前加 - 为倒序 */
                    sort?: "place" | "-place" | "header" | "-header" | "severity" | "-severity";
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
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                    /** @description 比对日不早于 */
                    from?: string;
                    /** @description 比对日不晚于 */
                    until?: string;
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "day" | "-day" | "leads" | "-leads" | "new" | "-new" | "red" | "-red" | "asker" | "-asker";
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
                    household?: string;
                    /** @description 排序，不填为 place；前加 - 为倒序 */
                    sort?: "place" | "-place" | "newest" | "-newest" | "person" | "-person" | "comparison" | "-comparison";
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
                    /** @description 排序，不填为 rank；前加 - 为倒序 */
                    sort?: "rank" | "-rank" | "newest" | "-newest" | "household" | "-household" | "place" | "-place" | "head" | "-head" | "rule" | "-rule" | "severity" | "-severity" | "state" | "-state" | "assigned" | "-assigned";
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
                                outcome: ("true" | "not_true" | "unverified" | "gone") | null;
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
                    /** @description 排序，不填为 rank；前加 - 为倒序 */
                    sort?: "rank" | "-rank" | "newest" | "-newest" | "place" | "-place" | "head" | "-head" | "severity" | "-severity" | "assigned" | "-assigned";
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
                            outcome: ("true" | "not_true" | "unverified" | "gone") | null;
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
    "/api/v1/register/households/{id}/department-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 部门数据里关于这一户的行：出处、怎样认定的、主要内容（遮盖，查看留痕）
         * @description 权限：查看线索（lead.read）
         */
        get: {
            parameters: {
                query?: {
                    /** @description 只看这一种数据 */
                    dataset?: string;
                    /** @description 内容里的字，几个用空格隔开 */
                    find?: string;
                    /** @description 排序，不填为新的月份在前；前加 - 为倒序 */
                    sort?: "dataset" | "-dataset" | "month" | "-month" | "member" | "-member" | "cells" | "-cells" | "reason" | "-reason" | "source" | "-source";
                    format?: "json" | "xlsx";
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
                            /** @description 最近一次筛查的比对日；空为还没有筛查过 */
                            asOf: string | null;
                            items: {
                                dataset: string;
                                datasetLabel: string;
                                month: string | null;
                                department: string | null;
                                fileId: number | null;
                                file: string;
                                sheet: string;
                                /** @description 表格软件里的行号 */
                                row: number;
                                /** @description 认定为哪一位成员；空为整户 */
                                member: string | null;
                                level: string;
                                /** @description 怎样认定是这一户的 */
                                reason: string;
                                /** @description 这一行的内容读不出来，没有采用 */
                                isRejected: boolean;
                                cells: {
                                    label: string;
                                    value: string;
                                    masked: boolean;
                                }[];
                            }[];
                            /** @description 没有列出的行数 */
                            more: number;
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
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "place" | "-place" | "head" | "-head" | "rule" | "-rule" | "approver" | "-approver" | "until" | "-until";
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
    "/api/v1/trials/{id}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 试算某个月增加或减少的户，可查找、排序、导出
         * @description 权限：发起、取消筛查，试算规则（screening.run）
         */
        get: {
            parameters: {
                query: {
                    after?: string;
                    limit?: number;
                    /** @description 比对日，如结果所列 */
                    month: string;
                    /** @description more 增加的户，fewer 减少的户 */
                    side: "more" | "fewer";
                    /** @description 户主、村、户编号或规则名称里的字 */
                    find?: string;
                    /** @description 排序，不填为 place；前加 - 为倒序 */
                    sort?: "place" | "-place" | "head" | "-head" | "number" | "-number";
                    format?: "json" | "xlsx";
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
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                rules: string[];
                            }[];
                            next: null;
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
                                    /** @description 本地另定的取值是谁提出、谁批准的 */
                                    change: {
                                        id: number;
                                        proposedBy: string;
                                        proposedAt: string;
                                        approvedBy: string;
                                        approvedAt: string;
                                    } | null;
                                }[];
                                /** @description 待批准的调整 */
                                waiting: number;
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
    "/api/v1/policy/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本地参数的调整：取值、依据、理由，谁提出、谁批准，最近的在前
         * @description 权限：查看政策参数与规则（policy.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    parameter?: string;
                    state?: "proposed" | "approved" | "refused" | "withdrawn";
                    /** @description 排序，不填为 newest；前加 - 为倒序 */
                    sort?: "newest" | "-newest" | "from" | "-from" | "parameter" | "-parameter" | "region" | "-region";
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
                                region: string;
                                regionLabel: string;
                                parameter: string;
                                label: string;
                                unit: string;
                                from: string;
                                value: (string | number | boolean | string[]) | null;
                                valueBefore: (string | number | boolean | string[]) | null;
                                basis: string;
                                articleText: string;
                                reason: string;
                                /** @enum {string} */
                                state: "proposed" | "approved" | "refused" | "withdrawn";
                                stateLabel: string;
                                proposedBy: string;
                                proposedAt: string;
                                decidedBy: string | null;
                                decidedAt: string | null;
                                decisionNote: string;
                                /** @description 已批准，并且现在就是这一天起的取值 */
                                isApplied: boolean;
                                /** @description 我可以批准或不同意：有权限，并且不是我提出的 */
                                mayDecide: boolean;
                                mayWithdraw: boolean;
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
         * 提出调整本辖区的一个参数，另一人批准后生效
         * @description 权限：提出调整本地政策参数（policy.change）
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
                        /** @description 参数清单里的 key */
                        parameter: string;
                        /** @description 自哪一天起执行 */
                        from: string;
                        /** @description 新的取值；null 表示不再另定，恢复上级的取值 */
                        value: (string | number | boolean | string[]) | null;
                        /** @description 依据：清单里的文件（lawId），或本地文件 */
                        basis: {
                            lawId: string;
                            /**
                             * @description 条款，如“第三条”或“二(一)”
                             * @default
                             */
                            article?: string;
                        } | {
                            title: string;
                            issuer: string;
                            /** @default  */
                            documentNumber?: string;
                            issuedOn: string;
                            /**
                             * @description 条款，如“第三条”或“二(一)”
                             * @default
                             */
                            article?: string;
                            /**
                             * @description 条款原文
                             * @default
                             */
                            text?: string;
                        };
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
                            region: string;
                            regionLabel: string;
                            parameter: string;
                            label: string;
                            unit: string;
                            from: string;
                            value: (string | number | boolean | string[]) | null;
                            valueBefore: (string | number | boolean | string[]) | null;
                            basis: string;
                            articleText: string;
                            reason: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "refused" | "withdrawn";
                            stateLabel: string;
                            proposedBy: string;
                            proposedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decisionNote: string;
                            /** @description 已批准，并且现在就是这一天起的取值 */
                            isApplied: boolean;
                            /** @description 我可以批准或不同意：有权限，并且不是我提出的 */
                            mayDecide: boolean;
                            mayWithdraw: boolean;
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
    "/api/v1/policy/changes/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准调整，此后的筛查按新值
         * @description 权限：批准调整本地政策参数（policy.approve）
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
                        /** @default  */
                        note?: string;
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
                            region: string;
                            regionLabel: string;
                            parameter: string;
                            label: string;
                            unit: string;
                            from: string;
                            value: (string | number | boolean | string[]) | null;
                            valueBefore: (string | number | boolean | string[]) | null;
                            basis: string;
                            articleText: string;
                            reason: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "refused" | "withdrawn";
                            stateLabel: string;
                            proposedBy: string;
                            proposedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decisionNote: string;
                            /** @description 已批准，并且现在就是这一天起的取值 */
                            isApplied: boolean;
                            /** @description 我可以批准或不同意：有权限，并且不是我提出的 */
                            mayDecide: boolean;
                            mayWithdraw: boolean;
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
    "/api/v1/policy/changes/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不同意调整
         * @description 权限：批准调整本地政策参数（policy.approve）
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
                        note: string;
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
                            region: string;
                            regionLabel: string;
                            parameter: string;
                            label: string;
                            unit: string;
                            from: string;
                            value: (string | number | boolean | string[]) | null;
                            valueBefore: (string | number | boolean | string[]) | null;
                            basis: string;
                            articleText: string;
                            reason: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "refused" | "withdrawn";
                            stateLabel: string;
                            proposedBy: string;
                            proposedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decisionNote: string;
                            /** @description 已批准，并且现在就是这一天起的取值 */
                            isApplied: boolean;
                            /** @description 我可以批准或不同意：有权限，并且不是我提出的 */
                            mayDecide: boolean;
                            mayWithdraw: boolean;
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
    "/api/v1/policy/changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回自己提出、尚未批准的调整
         * @description 权限：提出调整本地政策参数（policy.change）
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
                        /** @default  */
                        note?: string;
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
                            region: string;
                            regionLabel: string;
                            parameter: string;
                            label: string;
                            unit: string;
                            from: string;
                            value: (string | number | boolean | string[]) | null;
                            valueBefore: (string | number | boolean | string[]) | null;
                            basis: string;
                            articleText: string;
                            reason: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "refused" | "withdrawn";
                            stateLabel: string;
                            proposedBy: string;
                            proposedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decisionNote: string;
                            /** @description 已批准，并且现在就是这一天起的取值 */
                            isApplied: boolean;
                            /** @description 我可以批准或不同意：有权限，并且不是我提出的 */
                            mayDecide: boolean;
                            mayWithdraw: boolean;
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
    "/api/v1/policy/overlay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本地参数文件（YAML），命令行用 --overlay 读取
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
                    /** @description 排序，不填为 place；前加 - 为倒序 */
                    sort?: "place" | "-place" | "newest" | "-newest" | "severity" | "-severity" | "head" | "-head" | "rule" | "-rule" | "state" | "-state";
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
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 帮扶事项列表，可筛选、排序、导出
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    division?: string;
                    kind?: "monitoring" | "exit_review";
                    state?: string;
                    channel?: string;
                    risk?: string;
                    open?: "true" | "false";
                    overdue?: "true" | "false";
                    green?: "true" | "false";
                    responsible?: "me" | string;
                    household?: number;
                    q?: string;
                    sort?: "due" | "newest" | "place";
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
                                kind: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                episode: number;
                                state: string;
                                stateLabel: string;
                                stateSince: string;
                                heldBy: string | null;
                                heldByLabel: string;
                                isOpen: boolean;
                                dueOn: string | null;
                                dueAbout: string | null;
                                isProvisional: boolean;
                                /** @enum {string} */
                                colour: "red" | "yellow" | "green";
                                isOverdue: boolean;
                                escalatedTo: string | null;
                                openedOn: string;
                                channel: string;
                                channelLabel: string;
                                risks: string[];
                                objectKind: string | null;
                                responsible: {
                                    id: number;
                                    name: string;
                                } | null;
                                isGreenChannel: boolean;
                                recognisedOn: string | null;
                                clearedOn: string | null;
                                endReason: string | null;
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
         * 发起帮扶事项：从线索（可多条）或从一户
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description 从线索（一条或多条）或从一户发起 */
            requestBody: {
                content: {
                    "application/json": {
                        leadIds?: number[];
                        householdId?: number;
                        /**
                         * @default cadre_visit
                         * @enum {string}
                         */
                        channel?: "department_screening" | "self_application" | "cadre_visit" | "consultation_line" | "social_tip";
                        /** @default [] */
                        risks?: string[];
                        note?: string;
                        visitorId?: number;
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
                            items: {
                                caseId: number;
                                isNew: boolean;
                                householdNumber: string;
                                headName: string;
                                stateLabel: string;
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
    "/api/v1/cases/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 帮扶事项计数：状态、地方、来源、逾期
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    kind?: "monitoring" | "exit_review";
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
                            open: number;
                            overdue: number;
                            assisted: number;
                            cleared: number;
                            escalated: number;
                            byState: {
                                key: string;
                                label: string;
                                cases: number;
                                overdue: number;
                            }[];
                            byPlace: {
                                key: string;
                                label: string;
                                cases: number;
                                overdue: number;
                            }[];
                            byChannel: {
                                key: string;
                                label: string;
                                cases: number;
                                overdue: number;
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
    "/api/v1/cases/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位待办的帮扶事项，最急的在前
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    mine?: "true" | "false";
                    kind?: "monitoring" | "exit_review";
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
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                episode: number;
                                state: string;
                                stateLabel: string;
                                stateSince: string;
                                heldBy: string | null;
                                heldByLabel: string;
                                isOpen: boolean;
                                dueOn: string | null;
                                dueAbout: string | null;
                                isProvisional: boolean;
                                /** @enum {string} */
                                colour: "red" | "yellow" | "green";
                                isOverdue: boolean;
                                escalatedTo: string | null;
                                openedOn: string;
                                channel: string;
                                channelLabel: string;
                                risks: string[];
                                objectKind: string | null;
                                responsible: {
                                    id: number;
                                    name: string;
                                } | null;
                                isGreenChannel: boolean;
                                recognisedOn: string | null;
                                clearedOn: string | null;
                                endReason: string | null;
                                version: number;
                            }[];
                            next: string | null;
                            counts: {
                                red: number;
                                yellow: number;
                                green: number;
                                mine: number;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件帮扶事项的全部内容（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            kind: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            episode: number;
                            state: string;
                            stateLabel: string;
                            stateSince: string;
                            heldBy: string | null;
                            heldByLabel: string;
                            isOpen: boolean;
                            dueOn: string | null;
                            dueAbout: string | null;
                            isProvisional: boolean;
                            /** @enum {string} */
                            colour: "red" | "yellow" | "green";
                            isOverdue: boolean;
                            escalatedTo: string | null;
                            openedOn: string;
                            channel: string;
                            channelLabel: string;
                            risks: string[];
                            objectKind: string | null;
                            responsible: {
                                id: number;
                                name: string;
                            } | null;
                            isGreenChannel: boolean;
                            recognisedOn: string | null;
                            clearedOn: string | null;
                            endReason: string | null;
                            version: number;
                            countyCode: string;
                            steps: {
                                state: string;
                                label: string;
                                /** @enum {string} */
                                at: "done" | "current" | "ahead";
                                since: string | null;
                            }[];
                            members: {
                                personId: number;
                                name: string;
                                relation: string;
                                age: number | null;
                                health: string;
                                labour: string;
                                joinedOn: string;
                                leftOn: string | null;
                                leftReason: string | null;
                            }[];
                            channels: {
                                channel: string;
                                label: string;
                                sourceKind: string;
                                sourceId: string;
                                addedOn: string;
                                answeredOn: string | null;
                                answer: string | null;
                            }[];
                            events: {
                                seq: number;
                                at: string;
                                kind: string;
                                label: string;
                                officerName: string;
                                text: string;
                            }[];
                            deadlines: {
                                about: string;
                                label: string;
                                startsOn: string;
                                notBefore: string | null;
                                dueOn: string | null;
                                metOn: string | null;
                                isProvisional: boolean;
                                isOverdue: boolean;
                                basis: string;
                            }[];
                            moves: {
                                action: string;
                                label: string;
                                to: string;
                                toLabel: string;
                                /** @enum {string} */
                                way: "forward" | "back" | "end" | "hold";
                                isPermitted: boolean;
                                needs: string[];
                                earliest: {
                                    day: string;
                                    what: string;
                                    isProvisional: boolean;
                                } | null;
                                closedSince: string | null;
                                records: {
                                    kind: string;
                                    label: string;
                                    found: string | null;
                                    obstacle: string | null;
                                    input: ("text" | "officer" | "risks" | "object_kind" | "clearing_mode") | null;
                                    proposed?: unknown;
                                }[];
                            }[];
                            attachments: {
                                id: number;
                                caseId: number | null;
                                householdId: number | null;
                                about: string;
                                aboutId: string;
                                /** @enum {string} */
                                kind: "photo" | "signature" | "scan" | "document";
                                name: string;
                                size: number;
                                caption: string;
                                takenAt: string | null;
                                latitude: string | null;
                                longitude: string | null;
                                addedBy: string;
                                addedAt: string;
                                clientKey: string | null;
                            }[];
                            episodes: {
                                id: number;
                                episode: number;
                                stateLabel: string;
                                openedOn: string;
                            }[];
                            options: {
                                visitors: {
                                    id: number;
                                    name: string;
                                    isOfVillage: boolean;
                                }[];
                                risks: string[];
                                objectKinds: string[];
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/acts/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理一步；所需权限随这一步而定
         * @description 权限：查看帮扶事项（case.read）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    action: "dispatch" | "report" | "find_untrue" | "confirm_untrue" | "verify_again" | "agree" | "vote_down" | "unopposed" | "endorse" | "return" | "decline" | "admit" | "send_back" | "reject" | "appeal" | "propose_clearing" | "confirm" | "clear" | "keep" | "roll_back" | "object" | "dismiss" | "uphold" | "withdraw" | "refuse" | "end_naturally" | "assess" | "check" | "assess_again" | "let_go" | "keep_support" | "check_again" | "take_back";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @default {} */
                        record?: {
                            [key: string]: string | string[] | {
                                officerId: number;
                            };
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
                            version: number;
                            state: string;
                            stateLabel: string;
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
    "/api/v1/cases/{id}/notes": {
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
         * @description 权限：查看帮扶事项（case.read）
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
                            stateLabel: string;
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
    "/api/v1/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 指定负责人
         * @description 权限：发起帮扶事项、派人核实（case.dispatch）
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
                        officerId: number;
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
                            stateLabel: string;
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
    "/api/v1/cases/{id}/green-channel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开通或关闭绿色通道（先帮扶、后补程序）
         * @description 权限：发起帮扶事项、派人核实（case.dispatch）
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
                        isOn: boolean;
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
                            stateLabel: string;
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
    "/api/v1/cases/{id}/members/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按农户档案更新成员
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            version: number;
                            state: string;
                            stateLabel: string;
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
    "/api/v1/cases/{id}/members/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 增加成员（须已登记在该户）
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        personId: number;
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
                            stateLabel: string;
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
    "/api/v1/cases/{id}/members/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 减少成员（不共同生活等）
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        personId: number;
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
                            stateLabel: string;
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
    "/api/v1/cases/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传照片、扫描件或文件
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            caseId: number | null;
                            householdId: number | null;
                            about: string;
                            aboutId: string;
                            /** @enum {string} */
                            kind: "photo" | "signature" | "scan" | "document";
                            name: string;
                            size: number;
                            caption: string;
                            takenAt: string | null;
                            latitude: string | null;
                            longitude: string | null;
                            addedBy: string;
                            addedAt: string;
                            clientKey: string | null;
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
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载附件（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
    "/api/v1/untrue-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 村里核实不属实、等待复核的帮扶事项
         * @description 权限：查看帮扶事项（case.read）
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
                            items: {
                                id: number;
                                version: number;
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                channelLabel: string;
                                risks: string[];
                                reason: string;
                                foundBy: string;
                                foundOn: string;
                                visit: string;
                                formId: number | null;
                                dueOn: string | null;
                                isOwn: boolean;
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
    "/api/v1/untrue-cases/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认不属实，可一次多户；逐户办理，办不成的写明原因
         * @description 权限：发起帮扶事项、派人核实（case.dispatch）
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
                        items: {
                            id: number;
                            version: number;
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
                            confirmed: number;
                            refused: {
                                id: number;
                                headName: string;
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
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 申请、来电来信和反映：待受理的在前，按期限排列
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    format?: "json" | "xlsx";
                    division?: string;
                    state?: string;
                    channel?: string;
                    overdue?: "true" | "false";
                    told?: "true" | "false";
                    toTell?: "true" | "false";
                    name?: string;
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
                                /** @enum {string} */
                                channel: "self_application" | "consultation_line" | "social_tip";
                                channelLabel: string;
                                way: string;
                                wayLabel: string;
                                /** @enum {string} */
                                asksFor: "own" | "proxy" | "other";
                                name: string;
                                askerName: string;
                                askerRelation: string;
                                difficulty: string;
                                words: string;
                                receivedOn: string;
                                dueOn: string;
                                isOverdue: boolean;
                                escalatedTo: ("township" | "county" | "prefecture" | "province") | null;
                                /** @enum {string} */
                                state: "waiting" | "accepted" | "refused";
                                stateLabel: string;
                                sentence: string;
                                isToTell: boolean;
                                caseId: number | null;
                                hasTwin: boolean;
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
         * 录入纸质申请（村、乡镇）
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        divisionCode?: string;
                        name: string;
                        idNumber: string;
                        phone: string;
                        difficulty: string;
                        /** @default  */
                        words?: string;
                        proxyName?: string;
                        proxyRelation?: string;
                        photo?: string;
                        receivedOn?: string;
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
                            followUp: string;
                            dueOn: string;
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
    "/api/v1/applications/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待受理、逾期、待告知的件数
         * @description 权限：查看帮扶事项（case.read）
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
                            waiting: number;
                            overdue: number;
                            toTell: number;
                            told: number;
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
    "/api/v1/applications/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 登记和办理申请时的选项
         * @description 权限：查看帮扶事项（case.read）
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
                            difficulties: {
                                code: string;
                                label: string;
                                plain: string;
                            }[];
                            relations: string[];
                            refusals: {
                                id: string;
                                label: string;
                                sentence: string;
                            }[];
                            ways: {
                                /** @enum {string} */
                                id: "call_12317" | "call_12345" | "letter" | "visit" | "media";
                                label: string;
                            }[];
                            mostPhotoBytes: number;
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
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件申请：可能是哪一户、同一人的其他申请（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            /** @enum {string} */
                            channel: "self_application" | "consultation_line" | "social_tip";
                            channelLabel: string;
                            way: string;
                            wayLabel: string;
                            /** @enum {string} */
                            asksFor: "own" | "proxy" | "other";
                            name: string;
                            askerName: string;
                            askerRelation: string;
                            difficulty: string;
                            words: string;
                            receivedOn: string;
                            dueOn: string;
                            isOverdue: boolean;
                            escalatedTo: ("township" | "county" | "prefecture" | "province") | null;
                            /** @enum {string} */
                            state: "waiting" | "accepted" | "refused";
                            stateLabel: string;
                            sentence: string;
                            isToTell: boolean;
                            caseId: number | null;
                            hasTwin: boolean;
                            version: number;
                            idNumber: string;
                            phone: string;
                            askerPhone: string;
                            enteredBy: string;
                            receivedAt: string;
                            householdId: number | null;
                            refusalLabel: string;
                            note: string;
                            decidedOn: string | null;
                            decidedBy: string;
                            toldOn: string | null;
                            toldHow: string;
                            hasPhoto: boolean;
                            followUp: string;
                            told: {
                                receivedOn: string;
                                /** @enum {string} */
                                stage: "waiting" | "refused" | "working" | "done";
                                sentence: string;
                                since: string;
                                dueOn: string | null;
                                steps: {
                                    label: string;
                                    /** @enum {string} */
                                    state: "done" | "now" | "next";
                                }[];
                            };
                            candidates: {
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                groupName: string;
                                memberName: string;
                                isMonitored: boolean;
                                by: string;
                                openLeads: number;
                                openCase: {
                                    id: number;
                                    stateLabel: string;
                                    since: string;
                                    channels: string[];
                                } | null;
                            }[];
                            twins: {
                                id: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                /** @enum {string} */
                                channel: "self_application" | "consultation_line" | "social_tip";
                                channelLabel: string;
                                way: string;
                                wayLabel: string;
                                /** @enum {string} */
                                asksFor: "own" | "proxy" | "other";
                                name: string;
                                askerName: string;
                                askerRelation: string;
                                difficulty: string;
                                words: string;
                                receivedOn: string;
                                dueOn: string;
                                isOverdue: boolean;
                                escalatedTo: ("township" | "county" | "prefecture" | "province") | null;
                                /** @enum {string} */
                                state: "waiting" | "accepted" | "refused";
                                stateLabel: string;
                                sentence: string;
                                isToTell: boolean;
                                caseId: number | null;
                                hasTwin: boolean;
                                version: number;
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
    "/api/v1/applications/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 申请所附的照片
         * @description 权限：查看帮扶事项（case.read）
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
    "/api/v1/applications/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看完整证件号码和电话（须填原因，留痕）
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
                            idNumber: string;
                            phone: string;
                            askerPhone: string;
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
    "/api/v1/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记来电、来信、来访和社会反映（乡镇、县）
         * @description 权限：受理申请、咨询与反映（application.receive）
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
                        channel: "consultation_line" | "social_tip";
                        /** @enum {string} */
                        way: "call_12317" | "call_12345" | "letter" | "visit" | "media";
                        divisionCode: string;
                        name: string;
                        /** @default  */
                        idNumber?: string;
                        /** @default  */
                        phone?: string;
                        difficulty: string;
                        words: string;
                        /** @default  */
                        askerName?: string;
                        /** @default  */
                        askerPhone?: string;
                        receivedOn?: string;
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
                            followUp: string;
                            dueOn: string;
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
    "/api/v1/applications/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理：确定是哪一户，转为帮扶事项；同一户的其他申请可一并受理
         * @description 权限：受理申请、咨询与反映（application.receive）
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
                        householdId: number;
                        /** @default [] */
                        also?: {
                            id: number;
                            version: number;
                        }[];
                        /** @default  */
                        note?: string;
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
                            caseId: number;
                            isNew: boolean;
                            accepted: number;
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
    "/api/v1/applications/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予受理，附理由
         * @description 权限：受理申请、咨询与反映（application.receive）
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
                        refusal: string;
                        /** @default  */
                        note?: string;
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
    "/api/v1/applications/{id}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记已把结果告知申请人或反映人
         * @description 权限：查看帮扶事项（case.read）
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
                        how: "paper" | "phone" | "visit";
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
    "/api/v1/codes/villages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各村一码通的发放和使用情况
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    from?: string;
                    until?: string;
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
                                divisionCode: string;
                                township: string;
                                village: string;
                                households: number;
                                issuedOn: string | null;
                                householdCodes: number;
                                scans: number;
                                reads: number;
                                progress: number;
                                pageApplications: number;
                                applications: number;
                                accepted: number;
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
         * 为没有二维码的村发放村码，或重发（旧码停用）
         * @description 权限：受理申请、咨询与反映（application.receive）
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
                        /** @default false */
                        isAnew?: boolean;
                        /** @default  */
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
                            made: number;
                            revoked: number;
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
    "/api/v1/codes/leaflets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各份明白纸的阅读次数
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    from?: string;
                    until?: string;
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
                                id: string;
                                title: string;
                                reads: number;
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
    "/api/v1/codes/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为一个村没有二维码的农户发放户码，或给指定的农户重发（旧码停用）
         * @description 权限：受理申请、咨询与反映（application.receive）
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
                        householdIds?: number[];
                        /** @default false */
                        isAnew?: boolean;
                        /** @default  */
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
                            made: number;
                            revoked: number;
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
    "/api/v1/codes/print": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打印用的二维码（留痕）
         * @description 权限：受理申请、咨询与反映（application.receive）
         */
        get: {
            parameters: {
                query: {
                    kind: "village" | "household";
                    division?: string;
                    household?: number;
                    base: string;
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
                                url: string;
                                svg: string;
                                issuedOn: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                headName: string;
                                groupName: string;
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
    "/api/v1/public/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开页面：政策明白纸和申请用语 */
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
                            difficulties: {
                                code: string;
                                label: string;
                            }[];
                            relations: string[];
                            mostWords: number;
                            mostPhotoBytes: number;
                            leaflets: {
                                id: string;
                                title: string;
                                sections: {
                                    heading: string;
                                    lines: string[];
                                }[];
                                basis: string;
                                reviewedOn: string;
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
    "/api/v1/public/puzzle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开页面：提交前由手机完成的计算（代替验证码） */
        get: {
            parameters: {
                query: {
                    for: "apply" | "look";
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
                            challenge: string;
                            bits: number;
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
    "/api/v1/public/codes/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开页面：二维码属于哪个村 */
        get: {
            parameters: {
                query?: {
                    scan?: "1";
                };
                header?: never;
                path: {
                    token: string;
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
                            /** @enum {string} */
                            kind: "village" | "household";
                            township: string;
                            village: string;
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
    "/api/v1/public/codes/{token}/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公开页面：二维码所在地方的政策明白纸和申请用语 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
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
                            difficulties: {
                                code: string;
                                label: string;
                            }[];
                            relations: string[];
                            mostWords: number;
                            mostPhotoBytes: number;
                            leaflets: {
                                id: string;
                                title: string;
                                sections: {
                                    heading: string;
                                    lines: string[];
                                }[];
                                basis: string;
                                reviewedOn: string;
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
    "/api/v1/public/codes/{token}/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开页面：明白纸被阅读一次 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        leaflet: string;
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
    "/api/v1/public/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开页面：农户自主申报 */
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
                        token: string;
                        key: string;
                        challenge: string;
                        nonce: string;
                        name: string;
                        idNumber: string;
                        phone: string;
                        difficulty: string;
                        /** @default  */
                        words?: string;
                        proxyName?: string;
                        proxyRelation?: string;
                        photo?: string;
                        /** @default [] */
                        earlier?: string[];
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
                            /** @enum {string} */
                            outcome: "received" | "already";
                            code: string;
                            receivedOn: string;
                            dueOn: string | null;
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
    "/api/v1/public/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开页面：凭查询码看办到哪一步 */
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
                        challenge: string;
                        nonce: string;
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
                            found: boolean;
                            progress: {
                                receivedOn: string;
                                /** @enum {string} */
                                stage: "waiting" | "refused" | "working" | "done";
                                sentence: string;
                                since: string;
                                dueOn: string | null;
                                steps: {
                                    label: string;
                                    /** @enum {string} */
                                    state: "done" | "now" | "next";
                                }[];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/household-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开页面：核对身份后看自己家的办理情况 */
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
                        token: string;
                        name: string;
                        lastFour: string;
                        challenge: string;
                        nonce: string;
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
                            isSame: boolean;
                            items: {
                                receivedOn: string;
                                /** @enum {string} */
                                stage: "waiting" | "refused" | "working" | "done";
                                sentence: string;
                                since: string;
                                dueOn: string | null;
                                steps: {
                                    label: string;
                                    /** @enum {string} */
                                    state: "done" | "now" | "next";
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 带走本人的走访名单和已知情况（逐户留痕）
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            day: string;
                            takenAt: string;
                            keepUntil: string;
                            officer: {
                                id: number;
                                name: string;
                            };
                            form: {
                                purposes: {
                                    [key: string]: {
                                        label: string;
                                        conclusions: {
                                            code: string;
                                            label: string;
                                            proposedWhen: string;
                                        }[];
                                    };
                                };
                                notMet: string[];
                                refused: string[];
                                guarantees: {
                                    field: string;
                                    label: string;
                                    safe: string;
                                    unsafe: string;
                                }[];
                                memberFields: {
                                    name: string;
                                    label: string;
                                    kind: string;
                                    isMasked: boolean;
                                    codes: {
                                        code: string;
                                        label: string;
                                    }[];
                                }[];
                                householdFields: {
                                    name: string;
                                    label: string;
                                    kind: string;
                                    isMasked: boolean;
                                    codes: {
                                        code: string;
                                        label: string;
                                    }[];
                                }[];
                                memberEvents: {
                                    kind: string;
                                    label: string;
                                    about: string;
                                }[];
                                incomeItems: {
                                    item: string;
                                    label: string;
                                    group: string;
                                    groupLabel: string;
                                    /** @enum {string} */
                                    sign: "plus" | "minus" | "none";
                                    note: string;
                                }[];
                                incomeEvidence: string[];
                                authorisation: {
                                    scope: {
                                        code: string;
                                        label: string;
                                    }[];
                                    untilOn: string;
                                    wording: string;
                                };
                                risks: {
                                    code: string;
                                    label: string;
                                }[];
                                photosAtLeast: number;
                            };
                            visits: {
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                groupName: string;
                                memberCount: number;
                                householdKind: string | null;
                                monitoredKind: string | null;
                                risks: string[];
                                dueOn: string;
                                tasks: {
                                    id: number;
                                    /** @enum {string} */
                                    purpose: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                                    label: string;
                                    dueOn: string;
                                    caseId: number | null;
                                }[];
                                questions: {
                                    key: string;
                                    text: string;
                                    about: string;
                                }[];
                                values: {
                                    [key: string]: string;
                                };
                                members: {
                                    personId: number;
                                    name: string;
                                    isHead: boolean;
                                    relation: string;
                                    age: number | null;
                                    values: {
                                        [key: string]: string;
                                    };
                                }[];
                                income: {
                                    period: string;
                                    from: string;
                                    until: string;
                                    version: number;
                                    size: number;
                                    source: string;
                                    lines: {
                                        item: string;
                                        amount: string;
                                        evidence: string;
                                    }[];
                                };
                                line: number | null;
                                lastVisit: {
                                    on: string;
                                    by: string;
                                } | null;
                                authorisedUntil: string | null;
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
    "/api/v1/visits/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 入户表，新的在前
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    household?: number;
                    purpose?: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                    /** @description 只看还有事要处理的 */
                    open?: "true" | "false";
                    after?: number;
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
                                formKey: string;
                                version: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                groupName: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                purposes: {
                                    purpose: string;
                                    label: string;
                                    conclusion: string;
                                }[];
                                visitedOn: string;
                                visitorName: string;
                                sentBy: string;
                                receivedAt: string;
                                /** @enum {string} */
                                outcome: "met" | "not_met" | "refused";
                                outcomeLabel: string;
                                openChanges: number;
                                missingAttachments: number;
                                isReplaced: boolean;
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
         * 送回一份入户表；同一编号重复发送只收一次
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        clientKey: string;
                        /** @default null */
                        corrects?: {
                            formKey: string;
                            version: number;
                            reason: string;
                        } | null;
                        householdId: number;
                        taskIds: number[];
                        purposes: ("verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine")[];
                        /**
                         * @description 代为导入时，实际走访的人
                         * @default null
                         */
                        visitorId?: number | null;
                        visitedOn: string;
                        /** Format: date-time */
                        startedAt: string;
                        /** Format: date-time */
                        finishedAt: string;
                        place: {
                            latitude: number;
                            longitude: number;
                            accuracy: number;
                        } | null;
                        /** @enum {string} */
                        outcome: "met" | "not_met" | "refused";
                        /** @default  */
                        outcomeReason?: string;
                        /**
                         * @description 见到的成员
                         * @default null
                         */
                        metWith?: number | null;
                        /** @default [] */
                        changes?: {
                            /** @description 空 = 户的栏目 */
                            personId: number | null;
                            field: string;
                            /** @description 手机带走时的值（遮盖的仍是遮盖的） */
                            before: string;
                            /** @description 空 = 清空 */
                            after: string;
                        }[];
                        /** @default [] */
                        events?: {
                            kind: string;
                            personId: number | null;
                            note: string;
                        }[];
                        /** @default [] */
                        guarantees?: {
                            field: string;
                            isProblem: boolean;
                            /** @default  */
                            note?: string;
                        }[];
                        /** @default null */
                        income?: {
                            period: string;
                            version: number;
                            size: number;
                            lines: {
                                item: string;
                                amount: string;
                                evidence: string;
                                /** @default  */
                                note?: string;
                            }[];
                        } | null;
                        /** @default [] */
                        answers?: {
                            key: string;
                            question: string;
                            /**
                             * @description words = 只有文字回答
                             * @enum {string}
                             */
                            answer: "yes" | "no" | "unknown" | "words";
                            /** @default  */
                            words?: string;
                        }[];
                        /** @default null */
                        authorisation?: {
                            clientKey: string;
                            signers: number[];
                            scope: string[];
                            untilOn: string;
                        } | null;
                        /** @default {} */
                        conclusions?: {
                            [key: string]: string;
                        };
                        /** @default [] */
                        risks?: string[];
                        /** @default  */
                        note?: string;
                        /** @default [] */
                        attachments?: {
                            clientKey: string;
                            /** @enum {string} */
                            kind: "photo" | "signature";
                            sha256: string;
                            /** Format: date-time */
                            takenAt: string;
                            place: {
                                latitude: number;
                                longitude: number;
                                accuracy: number;
                            } | null;
                            /** @default  */
                            caption?: string;
                        }[];
                        /** @default  */
                        unsignedReason?: string;
                        /** @default 0 */
                        typedValues?: number;
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
                            formId: number;
                            version: number;
                            notes: string[];
                            changes: {
                                id: number;
                                formId: number;
                                /** @enum {string} */
                                kind: "field" | "income" | "member";
                                personId: number | null;
                                personName: string;
                                field: string;
                                label: string;
                                before: string;
                                mine: string;
                                county: string | null;
                                /** @enum {string} */
                                state: "taken" | "same" | "conflict" | "refused" | "to_register" | "kept";
                                stateLabel: string;
                                reason: string;
                                decidedBy: string | null;
                                version: number;
                            }[];
                            missing: string[];
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
    "/api/v1/visits/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 送回入户表所列的一张照片或签名；可重复发送
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            id: number;
                            missing: string[];
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
    "/api/v1/visits/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访任务：按地区、种类、状态、是否超期筛选
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    purpose?: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                    state?: "open" | "done" | "dropped";
                    overdue?: "true" | "false";
                    mine?: "true" | "false";
                    household?: number;
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
                                divisionCode: string;
                                township: string;
                                village: string;
                                groupName: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                caseId: number | null;
                                /** @enum {string} */
                                purpose: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                                label: string;
                                dueOn: string;
                                isOverdue: boolean;
                                mergedWith: string[];
                                officer: {
                                    id: number;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                state: "open" | "done" | "dropped";
                                stateLabel: string;
                                formId: number | null;
                                endedOn: string | null;
                                endedReason: string | null;
                                askedOn: string;
                                askedBy: string;
                                questions: string[];
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
         * 把一户列入走访名单
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        householdId: number;
                        /**
                         * @default routine
                         * @enum {string}
                         */
                        purpose?: "routine" | "follow_up";
                        /** @description 不填为今天 */
                        dueOn?: string;
                        /** @description 不填为本人 */
                        officerId?: number;
                        /** @default [] */
                        questions?: string[];
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
                            groupName: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            caseId: number | null;
                            /** @enum {string} */
                            purpose: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                            label: string;
                            dueOn: string;
                            isOverdue: boolean;
                            mergedWith: string[];
                            officer: {
                                id: number;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            stateLabel: string;
                            formId: number | null;
                            endedOn: string | null;
                            endedReason: string | null;
                            askedOn: string;
                            askedBy: string;
                            questions: string[];
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
    "/api/v1/visits/villages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各村待走访的任务数和户数
         * @description 权限：查看帮扶事项（case.read）
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
                            items: {
                                divisionCode: string;
                                township: string;
                                village: string;
                                open: number;
                                overdue: number;
                                households: number;
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
    "/api/v1/visits/tasks/{id}": {
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
         * 改派走访人、改期
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        officerId?: number;
                        dueOn?: string;
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
                            groupName: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            caseId: number | null;
                            /** @enum {string} */
                            purpose: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                            label: string;
                            dueOn: string;
                            isOverdue: boolean;
                            mergedWith: string[];
                            officer: {
                                id: number;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            stateLabel: string;
                            formId: number | null;
                            endedOn: string | null;
                            endedReason: string | null;
                            askedOn: string;
                            askedBy: string;
                            questions: string[];
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
    "/api/v1/visits/tasks/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消走访任务：须写原因
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            groupName: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            caseId: number | null;
                            /** @enum {string} */
                            purpose: "verification" | "follow_up" | "clearing_check" | "campaign_check" | "routine";
                            label: string;
                            dueOn: string;
                            isOverdue: boolean;
                            mergedWith: string[];
                            officer: {
                                id: number;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            stateLabel: string;
                            formId: number | null;
                            endedOn: string | null;
                            endedReason: string | null;
                            askedOn: string;
                            askedBy: string;
                            questions: string[];
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
    "/api/v1/visits/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份入户表的全部内容（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            formKey: string;
                            version: number;
                            divisionCode: string;
                            township: string;
                            village: string;
                            groupName: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            purposes: {
                                purpose: string;
                                label: string;
                                conclusion: string;
                            }[];
                            visitedOn: string;
                            visitorName: string;
                            sentBy: string;
                            receivedAt: string;
                            /** @enum {string} */
                            outcome: "met" | "not_met" | "refused";
                            outcomeLabel: string;
                            openChanges: number;
                            missingAttachments: number;
                            isReplaced: boolean;
                            correctionReason: string;
                            outcomeReason: string;
                            metWith: string;
                            startedAt: string;
                            finishedAt: string;
                            place: {
                                latitude: number;
                                longitude: number;
                                accuracy: number;
                            } | null;
                            typedValues: number;
                            guarantees: {
                                label: string;
                                said: string;
                                isProblem: boolean;
                                note: string;
                            }[];
                            income: {
                                period: string;
                                size: number;
                                lines: {
                                    label: string;
                                    groupLabel: string;
                                    amount: string;
                                    evidence: string;
                                }[];
                                netIncome: string;
                                netIncomePerHead: string | null;
                            } | null;
                            answers: {
                                question: string;
                                answer: string;
                                words: string;
                            }[];
                            events: {
                                label: string;
                                personName: string;
                                note: string;
                            }[];
                            risks: string[];
                            note: string;
                            unsignedReason: string;
                            changes: {
                                id: number;
                                formId: number;
                                /** @enum {string} */
                                kind: "field" | "income" | "member";
                                personId: number | null;
                                personName: string;
                                field: string;
                                label: string;
                                before: string;
                                mine: string;
                                county: string | null;
                                /** @enum {string} */
                                state: "taken" | "same" | "conflict" | "refused" | "to_register" | "kept";
                                stateLabel: string;
                                reason: string;
                                decidedBy: string | null;
                                version: number;
                            }[];
                            attachments: {
                                id: number | null;
                                /** @enum {string} */
                                kind: "photo" | "signature";
                                caption: string;
                                takenAt: string;
                                latitude: number | null;
                                longitude: number | null;
                            }[];
                            authorisation: {
                                id: number;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                formId: number | null;
                                signers: string[];
                                scope: string[];
                                signedOn: string;
                                untilOn: string;
                                wording: string;
                                officerName: string;
                                isValid: boolean;
                                revokedOn: string | null;
                                revokedBy: string | null;
                                revokedReason: string | null;
                                version: number;
                            } | null;
                            versions: {
                                id: number;
                                version: number;
                                sentBy: string;
                                receivedAt: string;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visits/changes/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 走访结果与档案不一致时，选择用哪一个
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        choice: "mine" | "county";
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
                            formId: number;
                            /** @enum {string} */
                            kind: "field" | "income" | "member";
                            personId: number | null;
                            personName: string;
                            field: string;
                            label: string;
                            before: string;
                            mine: string;
                            county: string | null;
                            /** @enum {string} */
                            state: "taken" | "same" | "conflict" | "refused" | "to_register" | "kept";
                            stateLabel: string;
                            reason: string;
                            decidedBy: string | null;
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
    "/api/v1/visits/authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 承诺授权，新的在前
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    household?: number;
                    valid?: "true" | "false";
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
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                township: string;
                                village: string;
                                formId: number | null;
                                signers: string[];
                                scope: string[];
                                signedOn: string;
                                untilOn: string;
                                wording: string;
                                officerName: string;
                                isValid: boolean;
                                revokedOn: string | null;
                                revokedBy: string | null;
                                revokedReason: string | null;
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
    "/api/v1/visits/authorisations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 农户撤回承诺授权
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            township: string;
                            village: string;
                            formId: number | null;
                            signers: string[];
                            scope: string[];
                            signedOn: string;
                            untilOn: string;
                            wording: string;
                            officerName: string;
                            isValid: boolean;
                            revokedOn: string | null;
                            revokedBy: string | null;
                            revokedReason: string | null;
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
    "/api/v1/review/villages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 有农户等待民主评议的村
         * @description 权限：查看帮扶事项（case.read）
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
                            items: {
                                divisionCode: string;
                                township: string;
                                village: string;
                                /** @description 等待识别评议的户数 */
                                recognition: number;
                                /** @description 等待消除评议的户数 */
                                clearing: number;
                                /** @description 最早一户从哪天起等待 */
                                since: string;
                                /** @description 最早的期限 */
                                dueOn: string | null;
                                /** @description 还没有封存的会议 */
                                openMeeting: number | null;
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
    "/api/v1/review/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 评议会议清单
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    division?: string;
                    sealed?: "true" | "false";
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
                                heldOn: string;
                                place: string;
                                chair: string;
                                households: number;
                                agreed: number;
                                /** @description 封存后还没有办成的户数 */
                                pending: number;
                                sealedAt: string | null;
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
         * 召开一次会议，评议本村所有等待的农户；同一编号只开一次
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        /** @description 本机为这次会议生成的编号 */
                        clientKey: string;
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
    "/api/v1/review/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次会议：到会、表决、记录、封存（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            version: number;
                            savedKey: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            heldOn: string;
                            place: string;
                            chair: string;
                            recorder: string;
                            representativesTotal: number;
                            attendance: {
                                name: string;
                                kind: string;
                                isPresent: boolean;
                            }[];
                            discussion: string;
                            households: {
                                caseId: number;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                /** @enum {string} */
                                purpose: "recognition" | "clearing";
                                memberCount: number;
                                risks: string[];
                                objectKind: string | null;
                                agree: number | null;
                                disagree: number | null;
                                abstain: number | null;
                                note: string;
                                result: ("agreed" | "rejected") | null;
                                carriedOut: ("waiting" | "moved" | "refused") | null;
                                refusal: string | null;
                                unexplainedFlags: number;
                            }[];
                            /** @description 本村其他等待评议、可以加入的户 */
                            joinable: {
                                caseId: number;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                /** @enum {string} */
                                purpose: "recognition" | "clearing";
                                memberCount: number;
                                risks: string[];
                                objectKind: string | null;
                                agree: number | null;
                                disagree: number | null;
                                abstain: number | null;
                                note: string;
                                result: ("agreed" | "rejected") | null;
                                carriedOut: ("waiting" | "moved" | "refused") | null;
                                refusal: string | null;
                                unexplainedFlags: number;
                            }[];
                            shares: {
                                quorum: number;
                                agree: number;
                            };
                            /** @description 法定人数和通过比例的依据 */
                            basis: string[];
                            policy: {
                                label: string;
                                basis: string[];
                                kinds: {
                                    [key: string]: {
                                        label: string;
                                        votes: boolean;
                                        counts: boolean;
                                    };
                                };
                                purposes: {
                                    [key: string]: string;
                                };
                                minutes: string;
                            };
                            /** @description 封存的记录；封存前为按已填内容起草的 */
                            minutes: string;
                            pages: {
                                id: number;
                                kind: string;
                                caption: string;
                                name: string;
                                addedAt: string;
                                addedBy: string;
                            }[];
                            sealedAt: string | null;
                            sealedBy: string | null;
                            digest: string | null;
                            /** @description 封存内容与摘要一致 */
                            isIntact: boolean | null;
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
         * 保存会议的到会、表决和讨论情况
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
         */
        put: {
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
                        /** @description 保存者的浏览器编号 */
                        savedKey: string;
                        version: number;
                        heldOn: string;
                        place: string;
                        chair: string;
                        recorder: string;
                        representativesTotal: number;
                        attendance: {
                            name: string;
                            kind: string;
                            isPresent: boolean;
                        }[];
                        discussion: string;
                        votes: {
                            caseId: number;
                            agree: number | null;
                            disagree: number | null;
                            abstain: number | null;
                            note: string;
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
                            id: number;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/meetings/{id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传会议照片或签字后的记录
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/meetings/{id}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 封存会议记录，并逐户办理结果
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/meetings/{id}/carry-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对还没有办成的各户继续办理
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/notices/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需要制作公示、公告的农户，按村和种类
         * @description 权限：查看帮扶事项（case.read）
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
                            items: {
                                divisionCode: string;
                                township: string;
                                village: string;
                                /** @enum {string} */
                                kind: "recognition" | "clearing" | "recognition_result" | "clearing_result";
                                title: string;
                                objectionOffice: string;
                                objectionPhone: string;
                                cases: {
                                    caseId: number;
                                    headName: string;
                                    householdNumber: string;
                                    since: string;
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
    "/api/v1/review/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公示、公告清单
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    division?: string;
                    /** @description 多个用英文逗号隔开 */
                    state?: string;
                    kind?: string;
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
                                version: number;
                                /** @enum {string} */
                                kind: "recognition" | "clearing" | "recognition_result" | "clearing_result";
                                title: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                households: number;
                                /** @description 因异议暂停的户数 */
                                held: number;
                                /** @enum {string} */
                                state: "prepared" | "posted" | "ended" | "withdrawn";
                                stateLabel: string;
                                place: string | null;
                                postedOn: string | null;
                                untilOn: string | null;
                                /** @description 最早满期的一户 */
                                firstUntil: string | null;
                                daysLeft: number | null;
                                mayEnd: boolean;
                                isProvisional: boolean;
                                endedOn: string | null;
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
         * 为若干户制作一张公示或公告
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        kind: "recognition" | "clearing" | "recognition_result" | "clearing_result";
                        caseIds: number[];
                        objectionOffice: string;
                        objectionPhone: string;
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
    "/api/v1/review/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一张公示：内容、期限、照片（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            version: number;
                            /** @enum {string} */
                            kind: "recognition" | "clearing" | "recognition_result" | "clearing_result";
                            title: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            households: number;
                            /** @description 因异议暂停的户数 */
                            held: number;
                            /** @enum {string} */
                            state: "prepared" | "posted" | "ended" | "withdrawn";
                            stateLabel: string;
                            place: string | null;
                            postedOn: string | null;
                            untilOn: string | null;
                            /** @description 最早满期的一户 */
                            firstUntil: string | null;
                            daysLeft: number | null;
                            mayEnd: boolean;
                            isProvisional: boolean;
                            endedOn: string | null;
                            days: number;
                            daysUnit: string;
                            basis: string;
                            objectionOffice: string;
                            objectionPhone: string;
                            cases: {
                                caseId: number;
                                headName: string;
                                householdNumber: string;
                                /** @enum {string} */
                                state: "prepared" | "running" | "held" | "completed" | "withdrawn";
                                stateLabel: string;
                                untilOn: string | null;
                                refusal: string | null;
                            }[];
                            poster: {
                                title: string;
                                text: string;
                                columns: {
                                    /** @enum {string} */
                                    field: "village" | "head_name" | "member_count" | "object_kind" | "risks" | "meeting_day";
                                    label: string;
                                }[];
                                lines: {
                                    [key: string]: string;
                                }[];
                                objection: string;
                                signed: string;
                                day: string;
                            };
                            photos: {
                                id: number;
                                kind: string;
                                caption: string;
                                name: string;
                                addedAt: string;
                                addedBy: string;
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
    "/api/v1/review/notices/{id}/post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 张贴并拍照，公示期开始
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/notices/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 期满拍照收起，逐户转入下一步
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/notices/{id}/go-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对期满而没有转入下一步的各户继续办理
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/review/notices/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废一张有误的公示
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
    "/api/v1/public/notices/{village}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个村正在进行的公示：户数、期限、向谁反映；不含姓名 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    village: string;
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
                            village: string;
                            items: {
                                title: string;
                                households: number;
                                postedOn: string;
                                untilOn: string;
                                objectionOffice: string;
                                objectionPhone: string;
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
    "/api/v1/review/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异议清单
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    division?: string;
                    state?: "owed" | "open" | "upheld" | "dismissed";
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
                                version: number;
                                caseId: number;
                                township: string;
                                village: string;
                                headName: string;
                                householdNumber: string;
                                caseState: string;
                                receivedOn: string;
                                way: string;
                                text: string;
                                isNamed: boolean;
                                registeredBy: string;
                                /** @enum {string} */
                                state: "open" | "upheld" | "dismissed";
                                stateLabel: string;
                                dueOn: string | null;
                                handlerName: string | null;
                                finding: string | null;
                                decidedOn: string | null;
                                answer: string | null;
                                answeredOn: string | null;
                                owesAnswer: boolean;
                                /** @description 没有参与过这一户的核实、评议、审核、审批 */
                                mayDecide: boolean;
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
         * 登记异议（可以不署名），事项暂停
         * @description 权限：查看帮扶事项（case.read）
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
                        caseId: number;
                        receivedOn: string;
                        /** @enum {string} */
                        way: "in_person" | "phone" | "letter" | "online";
                        text: string;
                        /** @description 可以不署名 */
                        name?: string;
                        contact?: string;
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
    "/api/v1/review/objections/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核查异议：成立则重新核实，不成立则继续公示剩余天数
         * @description 权限：处理异议与申诉（case.objection）
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
                        decision: "upheld" | "dismissed";
                        finding: string;
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
    "/api/v1/review/objections/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记对反映人的答复
         * @description 权限：处理异议与申诉（case.objection）
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
                        answer: string;
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
    "/api/v1/review/objections/{id}/objector": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看反映人的姓名和联系方式（须填原因，留痕）
         * @description 权限：处理异议与申诉（case.objection）
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
                            name: string;
                            contact: string;
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
    "/api/v1/review/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 与资产数据比对的情况
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                    division?: string;
                    open?: "true" | "false";
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
                                caseId: number;
                                township: string;
                                village: string;
                                headName: string;
                                householdNumber: string;
                                caseState: string;
                                askedOn: string;
                                /** @enum {string} */
                                state: "waiting" | "done" | "reused" | "failed";
                                flags: number;
                                unexplained: number;
                                /** @description 比对情况，一句话 */
                                said: string;
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
    "/api/v1/cases/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新与资产数据比对
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            caseId: number;
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
    "/api/v1/review/flags/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明一条资产提示
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        explainedAs: string;
                        explanation: string;
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
    "/api/v1/cases/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户的评议、公示、异议、资产比对（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            meetings: {
                                id: number;
                                heldOn: string;
                                /** @enum {string} */
                                purpose: "recognition" | "clearing";
                                isSealed: boolean;
                                agree: number | null;
                                disagree: number | null;
                                abstain: number | null;
                                decision: ("agreed" | "rejected") | null;
                                refusal: string | null;
                            }[];
                            notices: {
                                id: number;
                                version: number;
                                /** @enum {string} */
                                kind: "recognition" | "clearing" | "recognition_result" | "clearing_result";
                                title: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                households: number;
                                /** @description 因异议暂停的户数 */
                                held: number;
                                /** @enum {string} */
                                state: "prepared" | "posted" | "ended" | "withdrawn";
                                stateLabel: string;
                                place: string | null;
                                postedOn: string | null;
                                untilOn: string | null;
                                /** @description 最早满期的一户 */
                                firstUntil: string | null;
                                daysLeft: number | null;
                                mayEnd: boolean;
                                isProvisional: boolean;
                                endedOn: string | null;
                                caseState: string;
                                caseUntil: string | null;
                            }[];
                            objections: {
                                id: number;
                                version: number;
                                caseId: number;
                                township: string;
                                village: string;
                                headName: string;
                                householdNumber: string;
                                caseState: string;
                                receivedOn: string;
                                way: string;
                                text: string;
                                isNamed: boolean;
                                registeredBy: string;
                                /** @enum {string} */
                                state: "open" | "upheld" | "dismissed";
                                stateLabel: string;
                                dueOn: string | null;
                                handlerName: string | null;
                                finding: string | null;
                                decidedOn: string | null;
                                answer: string | null;
                                answeredOn: string | null;
                                owesAnswer: boolean;
                                /** @description 没有参与过这一户的核实、评议、审核、审批 */
                                mayDecide: boolean;
                            }[];
                            comparison: {
                                id: number;
                                askedOn: string;
                                /** @enum {string} */
                                state: "waiting" | "done" | "reused" | "failed";
                                said: string;
                                members: number;
                                datasets: {
                                    kind: string;
                                    label: string;
                                    files: string[];
                                    rows: number;
                                }[];
                                flags: {
                                    id: number;
                                    personName: string;
                                    label: string;
                                    value: string;
                                    file: string;
                                    sheet: string;
                                    row: number;
                                    explainedAs: string | null;
                                    explainedLabel: string | null;
                                    explanation: string | null;
                                    explainedBy: string | null;
                                }[];
                            } | null;
                            explanations: {
                                value: string;
                                label: string;
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
    "/api/v1/help/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 帮扶措施目录
         * @description 权限：查看帮扶事项（case.read）
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
                                measure: string;
                                label: string;
                                group: string;
                                /** @enum {string} */
                                character: "development" | "training" | "guarantee" | "safety_net" | "other";
                                characterLabel: string;
                                needsLabour: boolean;
                                risks: string[];
                                proof: string;
                                lasts: string | null;
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
    "/api/v1/help/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应定未定的帮扶计划、动态清零、集中出现预警
         * @description 权限：查看帮扶事项（case.read）
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
                            owedPlans: {
                                caseId: number;
                                township: string;
                                village: string;
                                householdNumber: string;
                                headName: string;
                                risks: string[];
                                responsibleName: string | null;
                                dueOn: string;
                                isLate: boolean;
                                measures: number;
                            }[];
                            zero: {
                                division: string;
                                township: string;
                                open: number;
                                late: number;
                                withoutHelp: number;
                                plansLate: number;
                            }[];
                            isZero: boolean;
                            clusters: {
                                division: string;
                                /** @enum {string} */
                                level: "village" | "township";
                                name: string;
                                recognised: number;
                                households: number;
                                multiple: number | null;
                                reason: string;
                            }[];
                            clusterRule: string;
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
    "/api/v1/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 帮扶措施清单，可筛选、排序、导出
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    /** @description 多个用英文逗号隔开 */
                    state?: string;
                    /** @description 多个用英文逗号隔开 */
                    measure?: string;
                    overdue?: "true" | "false";
                    /** @description 没有事项的帮扶 */
                    outside?: "true" | "false";
                    sort?: "due" | "newest";
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
                                householdId: number;
                                caseId: number | null;
                                measure: string;
                                label: string;
                                group: string;
                                /** @enum {string} */
                                character: "development" | "training" | "guarantee" | "safety_net" | "other";
                                characterLabel: string;
                                timingLabel: string;
                                /** @enum {string} */
                                state: "planned" | "running" | "ended" | "cancelled";
                                stateLabel: string;
                                isLate: boolean;
                                details: string;
                                responsibleName: string;
                                plannedOn: string;
                                dueOn: string;
                                plannedAmount: string | null;
                                fund: string;
                                firstDeliveredOn: string | null;
                                runsUntil: string | null;
                                endedOn: string | null;
                                endReason: string | null;
                                noCaseReason: string | null;
                                version: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdNumber: string;
                                headName: string;
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
    "/api/v1/cases/{id}/help": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户的帮扶计划：应落实的、已落实的、建议的（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            caseId: number;
                            householdId: number;
                            labour: string;
                            labourLabel: string;
                            risks: string[];
                            plan: {
                                dueOn: string;
                                basis: string;
                                agreedOn: string | null;
                                agreedBy: string | null;
                                explored: string;
                                version: number;
                            } | null;
                            duties: {
                                id: string;
                                label: string;
                                isMet: boolean;
                                detail: string;
                                rules: string[];
                            }[];
                            measures: {
                                id: number;
                                householdId: number;
                                caseId: number | null;
                                measure: string;
                                label: string;
                                group: string;
                                /** @enum {string} */
                                character: "development" | "training" | "guarantee" | "safety_net" | "other";
                                characterLabel: string;
                                timingLabel: string;
                                /** @enum {string} */
                                state: "planned" | "running" | "ended" | "cancelled";
                                stateLabel: string;
                                isLate: boolean;
                                details: string;
                                responsibleName: string;
                                plannedOn: string;
                                dueOn: string;
                                plannedAmount: string | null;
                                fund: string;
                                firstDeliveredOn: string | null;
                                runsUntil: string | null;
                                endedOn: string | null;
                                endReason: string | null;
                                noCaseReason: string | null;
                                version: number;
                                events: {
                                    kind: string;
                                    kindLabel: string;
                                    onDay: string;
                                    by: string;
                                    amount: string | null;
                                    text: string;
                                }[];
                            }[];
                            suggestions: {
                                measure: string;
                                label: string;
                                group: string;
                                characterLabel: string;
                                proof: string;
                                reasons: string[];
                            }[];
                            deliveredAmount: string;
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
    "/api/v1/cases/{id}/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 风险消除条件逐条核对（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            conditions: {
                                /** @enum {string} */
                                id: "labour" | "income" | "rigid_spending" | "schooling" | "housing" | "insurance" | "water" | "recorded_risks" | "no_new_risk" | "watched" | "helped";
                                label: string;
                                isMet: boolean | null;
                                isWaived: boolean;
                                must: boolean;
                                detail: string;
                                basis: string[];
                                note: string;
                            }[];
                            isMet: boolean;
                            isMetWhenNatural: boolean;
                            snapshot: {
                                field: string;
                                label: string;
                                value: string | null;
                            }[];
                            lastCheck: {
                                onDay: string;
                                by: string;
                                isNatural: boolean;
                                isMet: boolean;
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
    "/api/v1/cases/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 列入一项帮扶措施
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        measure: string;
                        /**
                         * @default after
                         * @enum {string}
                         */
                        timing?: "preventive" | "after";
                        /** @default  */
                        details?: string;
                        /** @description 不填为该户的责任人 */
                        responsibleName?: string;
                        /** @description 不填按落实期限参数 */
                        dueOn?: string;
                        plannedAmount?: string;
                        /** @default  */
                        fund?: string;
                        /** @description 合同、协议或学段到期日 */
                        runsUntil?: string;
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
    "/api/v1/register/households/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 没有事项的帮扶，须写原因
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        measure: string;
                        /**
                         * @default after
                         * @enum {string}
                         */
                        timing?: "preventive" | "after";
                        /** @default  */
                        details?: string;
                        /** @description 不填为该户的责任人 */
                        responsibleName?: string;
                        /** @description 不填按落实期限参数 */
                        dueOn?: string;
                        plannedAmount?: string;
                        /** @default  */
                        fund?: string;
                        /** @description 合同、协议或学段到期日 */
                        runsUntil?: string;
                        /** @default  */
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
    "/api/v1/cases/{id}/plan/agree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认帮扶计划
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        explored?: string;
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
    "/api/v1/measures/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一次落实
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        onDay: string;
                        amount?: string;
                        proof: string;
                        /** @default  */
                        note?: string;
                        runsUntil?: string;
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
    "/api/v1/measures/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束或取消一项措施
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        /** @default false */
                        isCancelled?: boolean;
                        onDay?: string;
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
    "/api/v1/measures/{id}": {
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
         * 调整一项措施
         * @description 权限：制定并落实帮扶措施（help.plan）
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
                        details?: string;
                        responsibleName?: string;
                        dueOn?: string;
                        plannedAmount?: string;
                        fund?: string;
                        runsUntil?: string;
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
    "/api/v1/cases/{id}/clearing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核对并留存消除条件和十三项快照
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        isNatural?: boolean;
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
                            isMet: boolean;
                            open: string[];
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
    "/api/v1/exit-reviews/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 原建档立卡户退出评估进度
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    by?: "township" | "village";
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
                                division: string;
                                township: string;
                                village: string;
                                households: number;
                                notBegun: number;
                                open: number;
                                exited: number;
                                kept: number;
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
    "/api/v1/exit-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按范围发起退出评估，一次最多 500 户
         * @description 权限：组织集中排查（campaign.run）
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
                        division: string;
                        /** @default 200 */
                        most?: number;
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
                            opened: number;
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
    "/api/v1/cases/{id}/exit-criteria": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退出评估的各项标准，逐项计算（查看留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                            criteria: {
                                id: string;
                                group: string;
                                groupLabel: string;
                                label: string;
                                isMet: boolean | null;
                                detail: string;
                                basis: string[];
                            }[];
                            /** @enum {string} */
                            proposal: "exit" | "keep" | "open";
                            proposalLabel: string;
                            keptOn: string | null;
                            keptBy: string | null;
                            note: string;
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
    "/api/v1/cases/{id}/exit-criteria/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 留存今天的评估结果
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            /** @enum {string} */
                            proposal: "exit" | "keep" | "open";
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
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 集中排查清单
         * @description 权限：查看帮扶事项（case.read）
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
                                id: number;
                                divisionCode: string;
                                name: string;
                                /** @enum {string} */
                                scope: "all" | "monitored" | "former_poor" | "disaster_hit";
                                scopeLabel: string;
                                startsOn: string;
                                endsOn: string;
                                createdBy: string;
                                closedOn: string | null;
                                closedBy: string | null;
                                version: number;
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
        /**
         * 发起集中排查，按范围生成花名册
         * @description 权限：组织集中排查（campaign.run）
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
                        name: string;
                        /**
                         * @default all
                         * @enum {string}
                         */
                        scope?: "all" | "monitored" | "former_poor" | "disaster_hit";
                        startsOn: string;
                        endsOn: string;
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
                            name: string;
                            /** @enum {string} */
                            scope: "all" | "monitored" | "former_poor" | "disaster_hit";
                            scopeLabel: string;
                            startsOn: string;
                            endsOn: string;
                            createdBy: string;
                            closedOn: string | null;
                            closedBy: string | null;
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
    "/api/v1/campaigns/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 排查覆盖情况，逐级下钻
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    format?: "json" | "xlsx";
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
                            campaign: {
                                id: number;
                                divisionCode: string;
                                name: string;
                                /** @enum {string} */
                                scope: "all" | "monitored" | "former_poor" | "disaster_hit";
                                scopeLabel: string;
                                startsOn: string;
                                endsOn: string;
                                createdBy: string;
                                closedOn: string | null;
                                closedBy: string | null;
                                version: number;
                            };
                            total: {
                                roster: number;
                                checked: number;
                                riskFound: number;
                                unreachable: number;
                                gap: number;
                                percent: number;
                            };
                            places: {
                                division: string;
                                name: string;
                                roster: number;
                                checked: number;
                                riskFound: number;
                                unreachable: number;
                                gap: number;
                                percent: number;
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
    "/api/v1/campaigns/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 排查花名册，可导出填写
         * @description 权限：查看帮扶事项（case.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    state?: string;
                    mine?: "true" | "false";
                    after?: string;
                    limit?: number;
                    format?: "json" | "xlsx";
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
                                id: number;
                                householdId: number;
                                divisionCode: string;
                                township: string;
                                village: string;
                                group: string;
                                householdNumber: string;
                                headName: string;
                                members: number;
                                isMonitored: boolean;
                                officerName: string;
                                /** @enum {string} */
                                state: "todo" | "no_risk" | "risk_found" | "unreachable" | "gone";
                                stateLabel: string;
                                checkedOn: string | null;
                                checkedBy: string | null;
                                caseId: number | null;
                                risks: string[];
                                note: string;
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
    "/api/v1/campaigns/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记排查结果，可一次多户；发现风险的自动成为帮扶事项
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                        state: "todo" | "no_risk" | "risk_found" | "unreachable" | "gone";
                        rows: {
                            id: number;
                            version: number;
                        }[];
                        /** @description 不填为今天 */
                        onDay?: string;
                        /** @default [] */
                        risks?: string[];
                        /** @default  */
                        note?: string;
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
                            marked: number;
                            cases: number;
                            refused: {
                                id: number;
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
    "/api/v1/campaigns/{id}/roster-workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 传回填好的花名册
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            marked: number;
                            unchanged: number;
                            cases: number;
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
    "/api/v1/campaigns/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 补入新增户，计入其他走访，剔除已不在册的户
         * @description 权限：入户核实、评议、公示（村级工作）（case.visit）
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
                            added: number;
                            byVisits: number;
                            gone: number;
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
    "/api/v1/campaigns/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把一个乡镇或村的未排查户交给一名用户
         * @description 权限：组织集中排查（campaign.run）
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
                        division: string;
                        officerId: number;
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
                            assigned: number;
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
    "/api/v1/campaigns/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束排查，缺口为零才能结束
         * @description 权限：组织集中排查（campaign.run）
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
                            divisionCode: string;
                            name: string;
                            /** @enum {string} */
                            scope: "all" | "monitored" | "former_poor" | "disaster_hit";
                            scopeLabel: string;
                            startsOn: string;
                            endsOn: string;
                            createdBy: string;
                            closedOn: string | null;
                            closedBy: string | null;
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
    "/api/v1/campaigns-estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各渠道都没有发现的风险户估计，先看哪里
         * @description 权限：查看规则成效（worth.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    months?: number;
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
                            since: string;
                            whole: {
                                found: number;
                                once: number;
                                twice: number;
                                unseen: number | null;
                                from: number | null;
                                until: number | null;
                            };
                            townships: {
                                division: string;
                                township: string;
                                households: number;
                                found: number;
                                once: number;
                                twice: number;
                                unseen: number | null;
                                from: number | null;
                                until: number | null;
                                perThousand: number;
                                lookFirst: boolean;
                            }[];
                            method: string;
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
    "/api/v1/register/households/{id}/statement/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一个核算期的收支表：已填和可带出的数、来源，防返贫和民政两套规则的逐项结果（查看留痕）
         * @description 权限：查看农户档案（register.read）
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "xlsx";
                };
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
                            householdNumber: string;
                            headName: string;
                            township: string;
                            village: string;
                            divisionCode: string;
                            period: string;
                            from: string;
                            until: string;
                            /** @description 0 为还没有保存过 */
                            version: number;
                            savedBy: string | null;
                            savedAt: string | null;
                            size: number;
                            lines: {
                                item: string;
                                label: string;
                                /** @enum {string} */
                                kind: "income" | "not_income" | "spending";
                                group: string;
                                groupLabel: string;
                                note: string;
                                basis: string[];
                                /** @description 空为没有填 */
                                amount: string | null;
                                evidence: string;
                                remark: string;
                                proposals: {
                                    amount: string;
                                    /** @enum {string} */
                                    from: "department" | "register" | "earlier";
                                    evidence: string;
                                }[];
                            }[];
                            groups: {
                                group: string;
                                label: string;
                                amount: string;
                            }[];
                            netIncome: string;
                            netIncomePerHead: string | null;
                            /** @description 档案里的人均纯收入 */
                            registeredPerHead: string | null;
                            notCounted: string;
                            spending: string;
                            /** @description 还没有保存，按带出的数试算 */
                            isProvisional: boolean;
                            judgements: {
                                /** @enum {string} */
                                ruleSet: "anti_poverty" | "civil_affairs";
                                label: string;
                                office: string;
                                note: string;
                                rigid: {
                                    amount: string;
                                    /** @description 没有填的支出项目 */
                                    missing: string[];
                                };
                                grades: {
                                    grade: string;
                                    label: string;
                                    /** @enum {string} */
                                    verdict: "met" | "not_met" | "unknown";
                                    verdictLabel: string;
                                    conditions: {
                                        label: string;
                                        isMet: boolean | null;
                                        detail: string;
                                        numbers: {
                                            key: string;
                                            label: string;
                                            /** @description 空为没有文件规定 */
                                            value: number | null;
                                            unit: string;
                                            since: string | null;
                                            region: string | null;
                                            basis: string[];
                                            missing: string;
                                        }[];
                                        basis: string[];
                                    }[];
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
    "/api/v1/joint/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 与民政部门移交的低收入家庭
         * @description 权限：与民政部门移交低收入家庭（joint.refer）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    direction?: "to_civil_affairs" | "from_civil_affairs";
                    /** @description 多个用逗号分开 */
                    state?: string;
                    overdue?: "true" | "false";
                    household?: number;
                    after?: number;
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
                                /** @enum {string} */
                                direction: "to_civil_affairs" | "from_civil_affairs";
                                directionLabel: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                caseId: number | null;
                                grade: string;
                                reason: string;
                                /** @enum {string} */
                                state: "waiting" | "accepted" | "granted" | "refused" | "withdrawn";
                                stateLabel: string;
                                sentOn: string;
                                dueOn: string;
                                isOverdue: boolean;
                                answer: string;
                                granted: string | null;
                                grantedFrom: string | null;
                                grantedUntil: string | null;
                                answeredOn: string | null;
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
         * 把一户移交县民政部门，附收支表
         * @description 权限：与民政部门移交低收入家庭（joint.refer）
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
                        householdId: number;
                        period: string;
                        grade: string;
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
                            dueOn: string;
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
    "/api/v1/joint/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 移交计数
         * @description 权限：与民政部门移交低收入家庭（joint.refer）
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
                            toCivilAffairs: {
                                waiting: number;
                                accepted: number;
                                granted: number;
                                refused: number;
                                overdue: number;
                            };
                            fromCivilAffairs: {
                                waiting: number;
                                accepted: number;
                                granted: number;
                                refused: number;
                                overdue: number;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joint/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件移交：所附收支表、经过、可以办理的步骤（查看留痕）
         * @description 权限：与民政部门移交低收入家庭（joint.refer）
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
                            /** @enum {string} */
                            direction: "to_civil_affairs" | "from_civil_affairs";
                            directionLabel: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            caseId: number | null;
                            grade: string;
                            reason: string;
                            /** @enum {string} */
                            state: "waiting" | "accepted" | "granted" | "refused" | "withdrawn";
                            stateLabel: string;
                            sentOn: string;
                            dueOn: string;
                            isOverdue: boolean;
                            answer: string;
                            granted: string | null;
                            grantedFrom: string | null;
                            grantedUntil: string | null;
                            answeredOn: string | null;
                            version: number;
                            officeName: string;
                            enclosure: {
                                statement: {
                                    householdId: number;
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    divisionCode: string;
                                    period: string;
                                    from: string;
                                    until: string;
                                    /** @description 0 为还没有保存过 */
                                    version: number;
                                    savedBy: string | null;
                                    savedAt: string | null;
                                    size: number;
                                    lines: {
                                        item: string;
                                        label: string;
                                        /** @enum {string} */
                                        kind: "income" | "not_income" | "spending";
                                        group: string;
                                        groupLabel: string;
                                        note: string;
                                        basis: string[];
                                        /** @description 空为没有填 */
                                        amount: string | null;
                                        evidence: string;
                                        remark: string;
                                        proposals: {
                                            amount: string;
                                            /** @enum {string} */
                                            from: "department" | "register" | "earlier";
                                            evidence: string;
                                        }[];
                                    }[];
                                    groups: {
                                        group: string;
                                        label: string;
                                        amount: string;
                                    }[];
                                    netIncome: string;
                                    netIncomePerHead: string | null;
                                    /** @description 档案里的人均纯收入 */
                                    registeredPerHead: string | null;
                                    notCounted: string;
                                    spending: string;
                                    /** @description 还没有保存，按带出的数试算 */
                                    isProvisional: boolean;
                                    judgements: {
                                        /** @enum {string} */
                                        ruleSet: "anti_poverty" | "civil_affairs";
                                        label: string;
                                        office: string;
                                        note: string;
                                        rigid: {
                                            amount: string;
                                            /** @description 没有填的支出项目 */
                                            missing: string[];
                                        };
                                        grades: {
                                            grade: string;
                                            label: string;
                                            /** @enum {string} */
                                            verdict: "met" | "not_met" | "unknown";
                                            verdictLabel: string;
                                            conditions: {
                                                label: string;
                                                isMet: boolean | null;
                                                detail: string;
                                                numbers: {
                                                    key: string;
                                                    label: string;
                                                    /** @description 空为没有文件规定 */
                                                    value: number | null;
                                                    unit: string;
                                                    since: string | null;
                                                    region: string | null;
                                                    basis: string[];
                                                    missing: string;
                                                }[];
                                                basis: string[];
                                            }[];
                                        }[];
                                    }[];
                                } | null;
                                members: {
                                    name: string;
                                    relation: string;
                                    age: number | null;
                                    labour: string;
                                }[];
                                risks: string[];
                                caseState: string | null;
                            };
                            events: {
                                at: string;
                                label: string;
                                officerName: string;
                                officeName: string;
                                text: string;
                            }[];
                            actions: {
                                /** @enum {string} */
                                action: "accept" | "grant" | "refuse" | "withdraw";
                                label: string;
                            }[];
                            grades: {
                                code: string;
                                label: string;
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
    "/api/v1/joint/referrals/{id}/acts/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理或不受理民政部门移来的，撤回移交出去的
         * @description 权限：与民政部门移交低收入家庭（joint.refer）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    action: "accept" | "grant" | "refuse" | "withdraw";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @default  */
                        answer?: string;
                        grade?: string;
                        from?: string;
                        until?: string;
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
                            stateLabel: string;
                            caseId: number | null;
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
    "/api/v1/joint/handed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 民政部门：移交给本单位的和本单位移出的
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    direction?: "to_civil_affairs" | "from_civil_affairs";
                    /** @description 多个用逗号分开 */
                    state?: string;
                    overdue?: "true" | "false";
                    household?: number;
                    after?: number;
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
                                /** @enum {string} */
                                direction: "to_civil_affairs" | "from_civil_affairs";
                                directionLabel: string;
                                divisionCode: string;
                                township: string;
                                village: string;
                                householdId: number;
                                householdNumber: string;
                                headName: string;
                                caseId: number | null;
                                grade: string;
                                reason: string;
                                /** @enum {string} */
                                state: "waiting" | "accepted" | "granted" | "refused" | "withdrawn";
                                stateLabel: string;
                                sentOn: string;
                                dueOn: string;
                                isOverdue: boolean;
                                answer: string;
                                granted: string | null;
                                grantedFrom: string | null;
                                grantedUntil: string | null;
                                answeredOn: string | null;
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
         * 民政部门：把一户移来，按成员的姓名和证件号码找到
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
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
                        idNumber: string;
                        grade: string;
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
                            dueOn: string;
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
    "/api/v1/joint/handed-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 民政部门：移交计数
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
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
                            toCivilAffairs: {
                                waiting: number;
                                accepted: number;
                                granted: number;
                                refused: number;
                                overdue: number;
                            };
                            fromCivilAffairs: {
                                waiting: number;
                                accepted: number;
                                granted: number;
                                refused: number;
                                overdue: number;
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
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/joint/handed/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 民政部门：一件移交和所附收支表（查看留痕）
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
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
                            /** @enum {string} */
                            direction: "to_civil_affairs" | "from_civil_affairs";
                            directionLabel: string;
                            divisionCode: string;
                            township: string;
                            village: string;
                            householdId: number;
                            householdNumber: string;
                            headName: string;
                            caseId: number | null;
                            grade: string;
                            reason: string;
                            /** @enum {string} */
                            state: "waiting" | "accepted" | "granted" | "refused" | "withdrawn";
                            stateLabel: string;
                            sentOn: string;
                            dueOn: string;
                            isOverdue: boolean;
                            answer: string;
                            granted: string | null;
                            grantedFrom: string | null;
                            grantedUntil: string | null;
                            answeredOn: string | null;
                            version: number;
                            officeName: string;
                            enclosure: {
                                statement: {
                                    householdId: number;
                                    householdNumber: string;
                                    headName: string;
                                    township: string;
                                    village: string;
                                    divisionCode: string;
                                    period: string;
                                    from: string;
                                    until: string;
                                    /** @description 0 为还没有保存过 */
                                    version: number;
                                    savedBy: string | null;
                                    savedAt: string | null;
                                    size: number;
                                    lines: {
                                        item: string;
                                        label: string;
                                        /** @enum {string} */
                                        kind: "income" | "not_income" | "spending";
                                        group: string;
                                        groupLabel: string;
                                        note: string;
                                        basis: string[];
                                        /** @description 空为没有填 */
                                        amount: string | null;
                                        evidence: string;
                                        remark: string;
                                        proposals: {
                                            amount: string;
                                            /** @enum {string} */
                                            from: "department" | "register" | "earlier";
                                            evidence: string;
                                        }[];
                                    }[];
                                    groups: {
                                        group: string;
                                        label: string;
                                        amount: string;
                                    }[];
                                    netIncome: string;
                                    netIncomePerHead: string | null;
                                    /** @description 档案里的人均纯收入 */
                                    registeredPerHead: string | null;
                                    notCounted: string;
                                    spending: string;
                                    /** @description 还没有保存，按带出的数试算 */
                                    isProvisional: boolean;
                                    judgements: {
                                        /** @enum {string} */
                                        ruleSet: "anti_poverty" | "civil_affairs";
                                        label: string;
                                        office: string;
                                        note: string;
                                        rigid: {
                                            amount: string;
                                            /** @description 没有填的支出项目 */
                                            missing: string[];
                                        };
                                        grades: {
                                            grade: string;
                                            label: string;
                                            /** @enum {string} */
                                            verdict: "met" | "not_met" | "unknown";
                                            verdictLabel: string;
                                            conditions: {
                                                label: string;
                                                isMet: boolean | null;
                                                detail: string;
                                                numbers: {
                                                    key: string;
                                                    label: string;
                                                    /** @description 空为没有文件规定 */
                                                    value: number | null;
                                                    unit: string;
                                                    since: string | null;
                                                    region: string | null;
                                                    basis: string[];
                                                    missing: string;
                                                }[];
                                                basis: string[];
                                            }[];
                                        }[];
                                    }[];
                                } | null;
                                members: {
                                    name: string;
                                    relation: string;
                                    age: number | null;
                                    labour: string;
                                }[];
                                risks: string[];
                                caseState: string | null;
                            };
                            events: {
                                at: string;
                                label: string;
                                officerName: string;
                                officeName: string;
                                text: string;
                            }[];
                            actions: {
                                /** @enum {string} */
                                action: "accept" | "grant" | "refuse" | "withdraw";
                                label: string;
                            }[];
                            grades: {
                                code: string;
                                label: string;
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
    "/api/v1/joint/handed/{id}/acts/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 民政部门：受理、认定、不予认定；撤回移出的
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    action: "accept" | "grant" | "refuse" | "withdraw";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @default  */
                        answer?: string;
                        grade?: string;
                        from?: string;
                        until?: string;
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
                            stateLabel: string;
                            caseId: number | null;
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
    "/api/v1/joint/handed/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 民政部门：查看成员完整证件号码（须填原因，留痕）
         * @description 权限：民政部门办理移交的低收入家庭（joint.answer）
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
                            items: {
                                personId: number;
                                name: string;
                                idNumber: string | null;
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
    "/api/v1/cases/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一档有哪些表单，哪些已经可以打印
         * @description 权限：查看帮扶事项（case.read）
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
                            items: {
                                /** @enum {string} */
                                form: "application" | "authorisation" | "visit" | "minutes" | "notice" | "township_opinion" | "county_approval" | "announcement" | "measure_plan" | "clearing";
                                title: string;
                                file: string;
                                missing: string | null;
                                isPublic: boolean;
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
    "/api/v1/cases/{id}/papers/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一张表单，Word 格式（留痕）
         * @description 权限：查看帮扶事项（case.read）
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    form: "application" | "authorisation" | "visit" | "minutes" | "notice" | "township_opinion" | "county_approval" | "announcement" | "measure_plan" | "clearing";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description 完整的证件号码和电话；须有权限并填写原因
                         * @default false
                         */
                        isFull?: boolean;
                        reason?: string;
                    };
                };
            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一户一档：全部表单和附件，压缩包（留痕）
         * @description 权限：查看帮扶事项（case.read）
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
                        /**
                         * @description 完整的证件号码和电话；须有权限并填写原因
                         * @default false
                         */
                        isFull?: boolean;
                        reason?: string;
                    };
                };
            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 会议记录，Word 格式（留痕）
         * @description 权限：查看帮扶事项（case.read）
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
    "/api/v1/papers/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示、公告，Word 格式（留痕）
         * @description 权限：查看帮扶事项（case.read）
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
    "/api/v1/papers/national": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 新识别和已消除的户，全国系统的列（表头在第三行，全部为文本）
         * @description 权限：导出表格（带水印，留痕）（export.table）
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
                        /**
                         * @description 完整的证件号码和电话；须有权限并填写原因
                         * @default false
                         */
                        isFull?: boolean;
                        reason?: string;
                        division?: string;
                        from: string;
                        until: string;
                    };
                };
            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worth/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每条规则的线索、属实率、上门次数和漏掉的认定户
         * @description 权限：查看规则成效（worth.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    months?: number;
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
                            since: string;
                            division: string;
                            limits: string;
                            items: {
                                ruleId: string;
                                label: string;
                                risk: string;
                                leads: number;
                                trueLeads: number;
                                untrueLeads: number;
                                openLeads: number;
                                /** @description 属实率，百分数 */
                                trueShare: number | null;
                                visits: number;
                                visitsPerTrue: number | null;
                                /** @description 同类风险的认定户中，这条规则事先没有发现的 */
                                missedCases: number;
                                /** @enum {string} */
                                verdict: "pays" | "costs" | "too_few";
                                verdictLabel: string;
                                reason: string;
                                parameters: string[];
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
    "/api/v1/worth/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每周留存的规则得失
         * @description 权限：查看规则成效（worth.read）
         */
        get: {
            parameters: {
                query?: {
                    division?: string;
                    weeks?: number;
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
                                week: string;
                                ruleId: string;
                                label: string;
                                leads: number;
                                trueShare: number | null;
                                visits: number;
                                missedCases: number;
                                /** @enum {string} */
                                verdict: "pays" | "costs" | "too_few";
                                verdictLabel: string;
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
    "/api/v1/worth/trials/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次试算放到核实结果里看：少掉的户里有多少属实
         * @description 权限：查看规则成效（worth.read）
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
                            trialId: number;
                            ruleLabel: string | null;
                            tried: string[];
                            months: {
                                asOf: string;
                                before: number;
                                after: number;
                            }[];
                            /** @description 改后多出的户 */
                            more: {
                                households: number;
                                recognised: number;
                                verifiedTrue: number;
                                verifiedUntrue: number;
                                notVerified: number;
                            };
                            /** @description 改后少掉的户：其中属实的就是会漏掉的 */
                            fewer: {
                                households: number;
                                recognised: number;
                                verifiedTrue: number;
                                verifiedUntrue: number;
                                notVerified: number;
                            };
                            /** @description 户数太多，只看了每月前 200 户 */
                            isPartial: boolean;
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
