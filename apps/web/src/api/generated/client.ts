/**
 * 三社 Sanshe
 * 1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type DemoAccountView = {
    login: string;
    name: string;
    organisation: string;
    /** Titles of the roles in Chinese */
    role: string;
};
export type AboutView = {
    /** This environment holds demo data （演示数据）： every page says so */
    demo: boolean;
    /** 培训环境： the clock is accelerated, nothing is real, every page says so */
    training: boolean;
    demoAccounts: DemoAccountView[];
    /** Only while it is the one printed in the documentation */
    demoPassword: string | null;
    /** Largest attachment in bytes */
    uploadLimitBytes: number;
};
export type ClockView = {
    at: string;
    /** Business seconds that pass in one second */
    rate: number;
    mode: "real" | "settable" | "training";
    /** Grows with each change */
    revision: number;
};
export type SetClockDto = {
    at: string;
    /** 1 real speed, 0 stands still */
    rate?: number;
};
export type QueueBoardView = {
    /** Open it within a quarter of an hour */
    address: string;
};
export type RefusalView = {
    at: string;
    userId: number | null;
    userName: string | null;
    method: string;
    path: string;
    status: number;
    code: string;
    detail: string;
    ip: string;
};
export type DelegationPerson = {
    id: number;
    name: string;
};
export type DelegationView = {
    id: number;
    principal: DelegationPerson;
    delegate: DelegationPerson;
    firstDay: string;
    lastDay: string;
    roles: string[];
    processes: string[];
    divisions: string[];
    documentNumber: string;
    status: "coming" | "in-force" | "over" | "revoked";
    createdBy: DelegationPerson;
    createdAt: string;
    revokedBy: DelegationPerson | null;
    revokedAt: string | null;
};
export type DelegationDto = {
    /** Who is away; the caller when left out */
    principalId?: number;
    /** Who acts */
    delegateId: number;
    firstDay: string;
    /** The delegation ends when this day ends, Asia/Shanghai */
    lastDay: string;
    /** 文号 */
    documentNumber: string;
    /** Empty: without this limit */
    roles?: string[];
    /** Ids of processes, or `family.*`; empty: all */
    processes?: string[];
    /** Codes of divisions; what lies in them counts too; empty: all */
    divisions?: string[];
};
export type AccountDuty = "password-change" | "second-factor";
export type MeView = {
    userId: number;
    login: string;
    name: string;
    roles: string[];
    /** Titles of the roles in Chinese */
    roleTitles: string[];
    permissions: string[];
    organisationId: number;
    organisationName: string;
    organisationKind: string;
    divisionCode: string;
    divisionName: string;
    /** Invented person of an invented or real body: mark it as 演示数据 */
    isDemo: boolean;
    /** What must be done with the account first; until then all else answers 403. Refresh afterwards. */
    duties: AccountDuty[];
};
export type DivisionView = {
    /** 2, 4, 6, 9 or 12 digits */
    code: string;
    name: string;
    level: "province" | "city" | "county" | "township" | "village";
    parentCode: string | null;
    /** A farm, reserve or the like among the townships */
    isSpecial: boolean;
};
export type OrganisationView = {
    id: number;
    creditCode: string;
    name: string;
    kind: string;
    kindTitle: string;
    divisionCode: string;
    status: "active" | "closed";
    /** 演示数据 */
    isDemo: boolean;
};
export type CreateOrganisationDto = {
    creditCode: string;
    name: string;
    kind: string;
    divisionCode: string;
};
export type ChangeOrganisationDto = {
    name?: string;
    divisionCode?: string;
};
export type ColleagueView = {
    id: number;
    name: string;
    /** Titles of the roles in Chinese */
    roleTitles: string[];
    /** False once the account is disabled */
    isActive: boolean;
};
export type LoginOutcome = "succeeded" | "unknown-login" | "wrong-password" | "code-asked" | "wrong-code" | "disabled" | "throttled" | "token-reused" | "logged-out" | "revoked" | "password-changed" | "password-reset" | "wrong-reset-code" | "sign-in-refused";
export type LoginEntryView = {
    seq: number;
    at: string;
    /** As it was typed */
    login: string;
    userId: number | null;
    userName: string | null;
    organisationName: string | null;
    outcome: LoginOutcome;
    ip: string;
    userAgent: string;
};
export type OpenSessionView = {
    /** Number of the login: what is ended by it */
    family: number;
    openedAt: string;
    /** When its tokens were renewed last; they are every quarter of an hour */
    usedAt: string;
    /** When it is over unless it is used */
    expiresAt: string;
    ip: string;
    browser: string | null;
    system: string | null;
    /** The one that asks */
    isCurrent: boolean;
};
export type LoginDto = {
    login: string;
    password: string;
    /** Second factor: of the authenticator, or a recovery code */
    code?: string;
};
export type TokensView = {
    /** JWT for the Authorization header, 15 minutes */
    accessToken: string;
    accessTokenExpiresAt: string;
    /** Exchanged once at /sessions/refresh; the answer carries its successor */
    refreshToken: string;
    refreshTokenExpiresAt: string;
    user: MeView;
};
export type EndedSessionsView = {
    /** How many logins were ended */
    ended: number;
};
export type PasswordPolicyView = {
    /** Fewest characters */
    minLength: number;
    /** How many of small letters, capital letters, digits and others there must be */
    minClasses: number;
    /** How many of the last passwords may not come back */
    historyLength: number;
    /** Days after which it must be changed; 0: never */
    maxAgeDays: number;
};
export type ChangePasswordDto = {
    /** The one that holds now */
    password: string;
    newPassword: string;
};
export type ResetPasswordDto = {
    login: string;
    /** One-time code of the administrator */
    code: string;
    newPassword: string;
};
export type SecondFactorView = {
    /** Logins ask for a code */
    isOn: boolean;
    /** A role of the caller requires it */
    isRequired: boolean;
    recoveryCodesLeft: number;
};
export type ConfirmedByPasswordDto = {
    /** The password again: an open screen is not enough */
    password: string;
};
export type EnrolmentView = {
    /** Base 32, to be typed where nothing can be scanned */
    secret: string;
    /** otpauth address: the content of the QR code */
    uri: string;
};
export type ConfirmSecondFactorDto = {
    /** What the authenticator shows now */
    code: string;
};
export type RecoveryCodesView = {
    recoveryCodes: string[];
};
export type RefreshDto = {
    refreshToken: string;
};
export type SingleSignOnView = {
    /** Text of the button; null when there is no single sign-on */
    title: string | null;
};
export type ExchangeTicketDto = {
    /** Second factor, where the account has one */
    code?: string;
};
export type ResetCodeView = {
    login: string;
    code: string;
    expiresAt: string;
};
export type AccountRequestDto = {
    /** 统一社会信用代码 */
    creditCode: string;
    organisationName: string;
    /** A kind of GET /account-requests/kinds */
    kind: string;
    /** Registered office, at least to the county */
    divisionCode: string;
    contactName: string;
    phone: string;
    idNumber: string;
    email?: string | null;
};
export type ReceiptView = {
    receipt: string;
};
export type TitleView = {
    zh: string;
    en: string;
};
export type KindRoleView = {
    role: string;
    title: TitleView;
};
export type KindView = {
    kind: string;
    title: TitleView;
    roles: KindRoleView[];
};
export type DocumentView = {
    id: number;
    name: string;
    size: number;
    mediaType: string;
};
export type AccountRequestView = {
    receipt: string;
    organisationName: string;
    status: "pending" | "approved" | "refused";
    /** Of a refusal */
    reason: string | null;
    createdAt: string;
    reviewedAt: string | null;
    documents: DocumentView[];
};
export type ReviewView = {
    receipt: string;
    organisationName: string;
    status: "pending" | "approved" | "refused";
    /** Of a refusal */
    reason: string | null;
    createdAt: string;
    reviewedAt: string | null;
    documents: DocumentView[];
    id: number;
    creditCode: string;
    kind: string;
    kindTitle: string;
    divisionCode: string;
    divisionName: string;
    contactName: string;
    email: string | null;
    phone: string | null;
    idNumber: string | null;
};
export type OpenedAccountView = {
    userId: number;
    login: string;
    /** With it the person chooses a password */
    code: string;
    expiresAt: string;
};
export type RefusalDto = {
    reason: string;
};
export type ImportProblemView = {
    /** Name of the sheet */
    sheet: string;
    /** As the spreadsheet counts */
    row: number;
    /** Title of the column */
    column: string;
    rule: string;
    zh: string;
    en: string;
};
export type ImportedAccountView = {
    login: string;
    name: string;
    /** Shown once */
    code: string;
    expiresAt: string;
};
export type ImportReportView = {
    isWritten: boolean;
    /** Rows that are not empty */
    rows: number;
    /** Organisations written, or that would be */
    organisations: number;
    /** Users written, or that would be */
    users: number;
    problems: ImportProblemView[];
    accounts: ImportedAccountView[];
};
export type Operation = "user-created" | "user-changed" | "user-disabled" | "user-enabled" | "roles-requested" | "roles-granted" | "roles-refused" | "roles-set" | "organisation-created" | "organisation-changed" | "organisation-closed" | "organisation-opened" | "account-approved" | "account-refused" | "imported" | "reset-code-issued" | "password-demanded" | "sessions-ended" | "second-factor-removed" | "login-unlocked";
export type SubjectKind = "user" | "organisation" | "account-request" | "import";
export type OperationView = {
    seq: number;
    at: string;
    /** Null: a command on the server */
    actorId: number | null;
    actorName: string | null;
    organisationName: string | null;
    subjectId: number | null;
    subjectName: string;
    ip: string;
    operation: Operation;
    subjectKind: SubjectKind;
    /** Only what changed */
    before: {
        [key: string]: unknown;
    } | {
        [key: string]: unknown;
    };
    after: {
        [key: string]: unknown;
    } | {
        [key: string]: unknown;
    };
    reason: string | null;
};
export type UnmaskingView = {
    seq: number;
    at: string;
    /** Null: a command on the server */
    actorId: number | null;
    actorName: string | null;
    organisationName: string | null;
    subjectId: number | null;
    subjectName: string;
    ip: string;
    /** `user`, `account-request` or `case` */
    subjectKind: string;
    field: string;
    reason: string;
};
export type OrganisationStatusDto = {
    reason: string;
    status: "active" | "closed";
};
export type RoleRequestView = {
    id: number;
    userId: number;
    userName: string;
    organisationName: string;
    role: string;
    roleTitle: string;
    requestedByName: string;
    requestedAt: string;
    status: "pending" | "granted" | "refused";
    reason: string | null;
};
export type RoleDecisionDto = {
    granted: boolean;
    /** Asked for with a refusal */
    reason?: string;
};
export type SetRolesDto = {
    roles: string[];
    reason: string;
};
export type UserView = {
    id: number;
    login: string;
    name: string;
    email: string | null;
    phone: string | null;
    idNumber: string | null;
    organisationId: number;
    organisationName: string;
    roles: string[];
    roleTitles: string[];
    /** Asked for, not yet granted */
    pendingRoles: string[];
    status: "active" | "disabled";
    isDemo: boolean;
    createdAt: string;
};
export type CreateUserDto = {
    email?: string | null;
    phone?: string | null;
    idNumber?: string | null;
    login: string;
    name: string;
    organisationId: number;
    /** Asked for; they hold once the security administrator has granted them */
    roles: string[];
};
export type ChangeUserDto = {
    email?: string | null;
    phone?: string | null;
    idNumber?: string | null;
    name?: string;
};
export type UserStatusDto = {
    reason: string;
    status: "active" | "disabled";
};
export type RequestRolesDto = {
    roles: string[];
};
export type UnmaskUserDto = {
    reason: string;
    field: "phone" | "idNumber";
};
export type UnmaskedView = {
    value: string;
};
export type RecusalView = {
    id: number;
    userId: number;
    subjectKind: "case" | "organisation" | "person";
    subjectId: number;
    reason: string;
    declaredBy: number;
    declaredAt: string;
    liftedBy: number | null;
    liftedAt: string | null;
    liftedBecause: string | null;
};
export type RecusalDto = {
    /** Who has the conflict; the caller when left out */
    userId?: number;
    /** With one case, an organisation, or a person who takes part */
    subjectKind: "case" | "organisation" | "person";
    subjectId: number;
    /** 回避事由 */
    reason: string;
};
export type LiftRecusalDto = {
    /** 解除理由 */
    because: string;
};
export type PersonAnswer = {
    id: number;
    name: string;
};
export type InboxLine = {
    id: number;
    rootId: number;
    caseTitle: string;
    caseStatus: string;
    divisionCode: string;
    title: string;
    state: string;
    process: string;
    dueAt: string | null;
    /** 暂定: no holiday notice covers the due day yet */
    provisional: boolean;
    openedAt: string;
    closedAt: string | null;
    overdue: boolean;
    version: number;
    status: string;
    onBehalfOf: PersonAnswer | null;
};
export type InboxPage = {
    items: InboxLine[];
    next: string | null;
};
export type BoxCountsAnswer = {
    todo: number | null;
    overdue: number | null;
    done: number | null;
    started: number | null;
    copied: number | null;
    area: number | null;
};
export type CaseStepAnswer = {
    taskId: number;
    title: string;
    dueAt: string | null;
};
export type CopyMarkAnswer = {
    at: string;
    readAt: string | null;
};
export type CaseLine = {
    rootId: number;
    title: string;
    status: string;
    process: string;
    divisionCode: string;
    startedAt: string;
    businessAt: string;
    steps: CaseStepAnswer[];
    overdue: boolean;
    copy: CopyMarkAnswer | null;
};
export type CaseBoxPage = {
    items: CaseLine[];
    next: string | null;
};
export type BulkItemDto = {
    task: number;
    /** Version of the task that the caller saw */
    version: number;
    event: string;
    form?: {
        [key: string]: unknown;
    };
    /** 办理意见 */
    comment?: string;
};
export type BulkDto = {
    /** Each task once */
    items: BulkItemDto[];
};
export type CommandAnswer = {
    rootId: number;
    instanceId: number;
    /** Number of the last history row */
    seq: number;
    /** States in which the instance is now */
    active: string[];
    openedTasks: number[];
    /** 送达回执：number of the receipt for what was entered */
    receipt: string | null;
};
export type FieldProblemAnswer = {
    field: string;
    rule: string;
    zh: string;
    en: string;
};
export type BulkRefusalAnswer = {
    code: string;
    zh: string;
    en: string;
    errors: FieldProblemAnswer[];
};
export type BulkOutcomeAnswer = {
    task: number;
    ok: boolean;
    answer: CommandAnswer | null;
    refusal: BulkRefusalAnswer | null;
};
export type ViewFilterDto = {
    process?: string;
    stage?: string;
    /** Division code; what lies inside it counts too */
    division?: string;
    /** Due then or later */
    dueAfter?: string;
    /** Due before then */
    dueBefore?: string;
    /** State of the case */
    status?: "open" | "done" | "cancelled" | "terminated" | "void";
    overdue?: boolean;
    /** Words of the title, each of at least 2 characters; all must occur */
    text?: string;
};
export type SavedViewAnswer = {
    name: string;
    box: "todo" | "overdue" | "done" | "started" | "copied" | "area";
    filter: ViewFilterDto;
    id: number;
};
export type SavedViewDto = {
    name: string;
    box: "todo" | "overdue" | "done" | "started" | "copied" | "area";
    filter: ViewFilterDto;
};
export type SenderAnswer = {
    id: number;
    name: string;
    organisation: string;
};
export type ReaderAnswer = {
    id: number;
    name: string;
    readAt: string | null;
};
export type MessageAnswer = {
    id: number;
    taskId: number | null;
    sender: SenderAnswer;
    body: string;
    at: string;
    readers: ReaderAnswer[];
    unread: boolean;
};
export type MessagePage = {
    items: MessageAnswer[];
    next: string | null;
};
export type MessageDto = {
    users: number[];
    body: string;
    /** The task that it is about */
    task?: number;
};
export type MessageIdAnswer = {
    id: number;
};
export type ReadCountAnswer = {
    read: number;
};
export type CopyReadAnswer = {
    /** Number of the receipt */
    receipt: string;
    readAt: string;
};
export type UrgeDto = {
    /** 催办说明 */
    comment?: string;
};
export type CopyDto = {
    users: number[];
    /** 抄送说明 */
    comment?: string;
};
export type DraftAnswer = {
    /** 0 where nothing is stored */
    version: number;
    event: string | null;
    form: {
        [key: string]: unknown;
    };
    comment: string;
    changedAt: string | null;
};
export type DraftDto = {
    /** Version of the draft that the caller saw; 0 for a draft that begins */
    version: number;
    event?: string | null;
    /** At most 64 KiB */
    form: {
        [key: string]: unknown;
    };
    comment?: string;
};
export type CaseReceiptAnswer = {
    "number": string;
    kind: "submission" | "copy" | "notice";
    at: string;
    recordedAt: string;
    hash: string;
    /** What was done, in words; `read` for a notice */
    title: string;
};
export type ReceiptAttachment = {
    id: number;
    sha256: string;
};
export type ReceiptAnswer = {
    "number": string;
    kind: "submission" | "copy" | "notice";
    rootId: number;
    caseTitle: string;
    event: string;
    person: string;
    organisation: string;
    onBehalfOf: string | null;
    at: string;
    recordedAt: string;
    contentHash: string;
    hash: string;
    attachments: ReceiptAttachment[];
};
export type VerificationAnswer = {
    valid: boolean;
    at: string | null;
    recordedAt: string | null;
};
export type FormAnswer = {
    name: string;
    schema: {
        [key: string]: unknown;
    };
};
export type ActionAnswer = {
    event: string;
    title: string;
    form: FormAnswer | null;
    enabled: boolean;
    reason: string | null;
};
export type StepAnswer = {
    state: string;
    title: string;
};
export type RejectPlaceAnswer = {
    /** As the definition names it */
    to: string;
    /** None where rejecting ends the case */
    step: StepAnswer | null;
    /** Where it goes when it has been done again */
    then: "forward" | "back";
};
export type OperationsAnswer = {
    "return": StepAnswer[];
    reject: RejectPlaceAnswer[];
    withdraw: boolean;
    takeBack: boolean;
    /** 补录 is possible */
    lateEntry: boolean;
};
export type PrincipalAnswer = {
    id: number;
    name: string;
    documents: string[];
};
export type TaskDetail = {
    id: number;
    rootId: number;
    instanceId: number;
    caseTitle: string;
    process: string;
    state: string;
    title: string;
    status: string;
    version: number;
    dueAt: string | null;
    /** 暂定 */
    provisional: boolean;
    openedAt: string;
    form: FormAnswer | null;
    parameters: {
        [key: string]: unknown;
    };
    actions: ActionAnswer[];
    operations: OperationsAnswer;
    onBehalfOf: PrincipalAnswer | null;
};
export type LateEntryDto = {
    /** When it was really done */
    at: string;
    /** 补录原因 */
    reason: string;
    /** Attachment that shows it */
    document: number;
};
export type ActionDto = {
    /** Version of the task that the caller saw */
    version: number;
    /** The form, as its JSON Schema asks */
    form?: {
        [key: string]: unknown;
    };
    /** 办理意见 */
    comment?: string;
    /** Where the definition allows it */
    lateEntry?: LateEntryDto;
};
export type ReturnDto = {
    version: number;
    /** State of an earlier step */
    to: string;
    /** 退回原因 */
    comment: string;
};
export type WithdrawDto = {
    /** 撤回原因 */
    comment: string;
};
export type AddSignersDto = {
    /** 原因 */
    comment: string;
    /** 前加签: they sign before the caller decides; 后加签: after */
    placing: "before" | "after";
    users: number[];
    /** What the caller decides; required with placing `after` */
    event?: string;
    form?: {
        [key: string]: unknown;
    };
};
export type RemoveSignersDto = {
    /** 原因 */
    comment: string;
    /** Numbers of their seats in the round */
    seats: number[];
};
export type OpinionDto = {
    opinion: "approve" | "reject";
    /** 意见 */
    comment: string;
};
export type ReasonDto = {
    /** 原因 */
    comment: string;
};
export type SignRuleAnswer = {
    mode: "one" | "all" | "any" | "vote" | "random";
    order: "parallel" | "sequential";
    onReject: "decides" | "counts";
    decideEarly: boolean;
    abstain: "refused" | "ignored" | "against";
    /** 票签: when it passes */
    pass?: {
        [key: string]: unknown;
    };
    rejectCount?: number;
};
export type SeatAnswer = {
    id: number;
    status: "waiting" | "open" | "paused" | "approved" | "rejected" | "abstained" | "advised" | "removed";
    origin: "assigned" | "before" | "after" | "delegate";
    position: number;
    weight: number;
    parent: number | null;
    person: PersonAnswer | null;
    organisation: string;
    role: string;
    comment: string | null;
    at: string | null;
    isMine: boolean;
    isRemovable: boolean;
};
export type RoundAnswer = {
    rule: SignRuleAnswer;
    seats: SeatAnswer[];
    operations: ("vote" | "opinion" | "claim" | "release" | "transfer" | "delegate" | "add-before" | "add-after" | "remove-signer" | "retract" | "decline")[];
};
export type ChoiceAnswer = {
    id: number;
    name: string;
    organisation: string;
    roles: string[];
};
export type SeatDto = {
    /** 说明 */
    comment?: string;
};
export type HandOverDto = {
    /** 原因 */
    comment: string;
    /** User who takes it */
    to: number;
};
export type HandOverAnswer = {
    taskId: number;
    title: string;
    caseTitle: string;
    ok: boolean;
    code: string | null;
    message: string | null;
};
export type UndoneVoteAnswer = {
    person: string;
    vote: string;
    at: string;
};
export type UndoneStepAnswer = {
    state: string;
    title: string;
    task: number;
    status: "open" | "done";
    votes: UndoneVoteAnswer[];
};
export type StoppedDeadlineAnswer = {
    state: string;
    title: string;
    /** `due` for the deadline of the task itself */
    deadline: string;
    deadlineTitle: string;
    dueAt: string;
};
export type StartedDeadlineAnswer = {
    state: string;
    title: string;
    /** `due` for the deadline of the task itself */
    deadline: string;
    deadlineTitle: string;
    dueAt: string | null;
};
export type LastingEffectAnswer = {
    effect: string;
    at: string;
};
export type ReturnPreviewAnswer = {
    to: StepAnswer;
    /** Empty when all who have the step are asked anew */
    people: PersonAnswer[];
    undone: UndoneStepAnswer[];
    stopped: StoppedDeadlineAnswer[];
    started: StartedDeadlineAnswer[];
    /** What a return cannot undo */
    lasting: LastingEffectAnswer[];
    /** Effects that run when the step is entered again */
    effects: string[];
};
export type RejectDto = {
    /** Version of the task that the caller saw */
    version: number;
    /** A place of `operations.reject` of the task */
    to: string;
    /** 驳回原因 */
    comment: string;
};
export type TakeBackDto = {
    /** 拿回原因 */
    comment: string;
};
export type CancelDto = {
    /** 撤销原因 */
    reason: string;
};
export type JumpTargetAnswer = {
    /** Instance */
    instance: number;
    /** Title of its process */
    process: string;
    state: string;
    title: string;
};
export type SuspensionCauseAnswer = {
    /** Law key with its article */
    reference: string;
    citation: string;
};
export type CasePowersAnswer = {
    /** 撤销 */
    cancel: boolean;
    /** 催办 */
    urge: boolean;
    /** 干预 that the caller may ask for or decide */
    interventions: ("terminate" | "void" | "wake" | "jump" | "suspend" | "activate")[];
    jumps: JumpTargetAnswer[];
    /** 挂起: causes that the deadlines of the case list */
    causes: SuspensionCauseAnswer[];
};
export type InterventionAnswer = {
    id: number;
    kind: "terminate" | "void" | "wake" | "jump" | "suspend" | "activate";
    wanted: {
        [key: string]: unknown;
    };
    reason: string;
    status: "open" | "confirmed" | "declined";
    /** Name of who asked */
    proposedBy: string;
    proposedAt: string;
    /** Name of the second person */
    decidedBy: string | null;
    decidedAt: string | null;
    remark: string | null;
};
export type ProposeDto = {
    /** 撤销原因 */
    reason: string;
    kind: "terminate" | "void" | "wake" | "jump" | "suspend" | "activate";
    /** 跳转: instance of the case; its own process when unset */
    instance?: number;
    /** 跳转: state to enter */
    state?: string;
    /** 挂起、激活: law key of the cause */
    cause?: string;
};
export type ProposedAnswer = {
    id: number;
};
export type RemarkDto = {
    /** 确认或驳回的说明 */
    remark: string;
};
export type BoardCountsAnswer = {
    open: number;
    "due-this-week": number;
    overdue: number;
    "late-1-3": number;
    "late-4-7": number;
    "late-8-15": number;
    "late-over-15": number;
    /** With an open supervision */
    escalated: number;
};
export type BoardLineAnswer = {
    division: string;
    name: string;
    counts: BoardCountsAnswer;
    /** Tasks that fell due in the last 90 days */
    fellDue: number;
    /** Those of them that were done in time */
    onTime: number;
};
export type LateTaskAnswer = {
    taskId: number;
    rootId: number;
    caseTitle: string;
    taskTitle: string;
    divisionCode: string;
    organisations: string[];
    dueAt: string | null;
    /** Natural days; 0 while in time */
    daysLate: number;
    escalated: boolean;
};
export type LateTaskPage = {
    items: LateTaskAnswer[];
    next: string | null;
};
export type SetDueDateDto = {
    reason: string;
    /** Last day on which the task is in time */
    date: string;
};
export type ReassignDto = {
    reason: string;
    /** Person of the organisation supervised */
    to: number;
    /** Whose part it is, where several sign */
    "from"?: number;
};
export type AskExplanationDto = {
    question: string;
};
export type GiveExplanationDto = {
    answer: string;
    /** Ids of uploaded attachments */
    attachments?: number[];
};
export type SupervisionAnswer = {
    id: number;
    rootId: number;
    taskId: number;
    caseTitle: string;
    taskTitle: string;
    /** Level of the ladder */
    level: string;
    organisationId: number;
    /** Role of the superior that acts */
    role: string;
    /** 督办单位 */
    superior: string;
    subjectId: number;
    /** 被督办单位 */
    subject: string;
    status: "open" | "closed";
    outcome: ("done" | "closed" | "lapsed" | null) | ("done" | "closed" | "lapsed" | null);
    dueAt: string | null;
    openedAt: string;
    closedAt: string | null;
    closedByName: string | null;
    /** Explanations asked for */
    asked: number;
    /** Explanations still owed */
    owed: number;
};
export type SupervisionPage = {
    items: SupervisionAnswer[];
    next: string | null;
};
export type ExplanationAnswer = {
    id: number;
    question: string;
    askedBy: string;
    askedAt: string;
    answer: string | null;
    attachments: number[];
    answeredBy: string | null;
    answeredAt: string | null;
};
export type SuccessorAnswer = {
    id: number;
    name: string;
};
export type DateBoundsAnswer = {
    earliest: string | null;
    latest: string | null;
};
export type SupervisionDetailAnswer = {
    id: number;
    rootId: number;
    taskId: number;
    caseTitle: string;
    taskTitle: string;
    /** Level of the ladder */
    level: string;
    organisationId: number;
    /** Role of the superior that acts */
    role: string;
    /** 督办单位 */
    superior: string;
    subjectId: number;
    /** 被督办单位 */
    subject: string;
    status: "open" | "closed";
    outcome: ("done" | "closed" | "lapsed" | null) | ("done" | "closed" | "lapsed" | null);
    dueAt: string | null;
    openedAt: string;
    closedAt: string | null;
    closedByName: string | null;
    /** Explanations asked for */
    asked: number;
    /** Explanations still owed */
    owed: number;
    explanations: ExplanationAnswer[];
    /** The caller holds the post that acts */
    isMine: boolean;
    /** Who may get the task */
    successors: SuccessorAnswer[];
    /** Days between which the task may be due */
    dates: DateBoundsAnswer;
};
export type UrgeSupervisedDto = {
    comment?: string;
};
export type SupervisionReasonDto = {
    reason: string;
};
export type ActiveState = {
    state: string;
    title: string;
    law: string[];
};
export type InstanceAnswer = {
    id: number;
    parentId: number | null;
    process: string;
    stage: string | null;
    title: string;
    version: number;
    status: string;
    startedAt: string;
    endedAt: string | null;
    active: ActiveState[];
    output: {
        [key: string]: unknown;
    } | {
        [key: string]: unknown;
    };
};
export type AssigneeAnswer = {
    organisation: string;
    role: string;
};
export type OpenTaskAnswer = {
    state: string;
    title: string;
    id: number;
    instanceId: number;
    dueAt: string | null;
    /** 暂定 */
    provisional: boolean;
    version: number;
    assignees: AssigneeAnswer[];
    mine: boolean;
};
export type LineAnswer = {
    zh: string;
    en: string;
};
export type DeadlineAnswer = {
    instanceId: number;
    state: string;
    deadline: string;
    kind: string;
    dueAt: string;
    nextAt: string;
    period: string;
    law: string | null;
    provisional: boolean;
    /** Due, and waiting for the notice that confirms its date */
    held: boolean;
    lines: LineAnswer[];
};
export type OptionAnswer = {
    instanceId: number;
    event: string;
    title: string;
    form: FormAnswer | null;
};
export type CaseAnswer = {
    id: number;
    title: string;
    kind: string;
    status: string;
    startedAt: string;
    businessAt: string;
    instances: InstanceAnswer[];
    tasks: OpenTaskAnswer[];
    deadlines: DeadlineAnswer[];
    options: OptionAnswer[];
};
export type HistoryActor = {
    name: string;
    organisation: string;
    /** 代理：for whom */
    onBehalfOf: string | null;
};
export type HistoryTask = {
    id: number;
    title: string;
};
export type EnteredForAnswer = {
    /** A day (decision taken elsewhere) or a moment */
    at: string;
    reason: string | null;
    /** Attachment that shows it */
    document: number | null;
};
export type HistoryLine = {
    seq: number;
    at: string;
    recordedAt: string;
    kind: "started" | "acted" | "sent" | "signalled" | "deadline" | "completed" | "reminded" | "escalated" | "returned" | "rejected" | "resumed" | "withdrawn" | "cancelled" | "held" | "extended" | "migrated" | "restored" | "voted" | "passed" | "operated" | "ended" | "proposed" | "declined" | "woken" | "jumped" | "suspended" | "activated" | "urged" | "copied" | "recounted" | "supervised" | "rescheduled" | "reassigned" | "explanation-asked" | "explained" | "supervision-closed";
    event: string;
    title: string;
    process: string | null;
    actor: HistoryActor | null;
    task: HistoryTask | null;
    entered: string[];
    exited: string[];
    comment: string | null;
    /** 补录 */
    enteredFor: EnteredForAnswer | null;
    /** 拿回 rather than 撤回 */
    takenBack: boolean;
    recipients: string[];
    firedBy: string | null;
    hash: string;
};
export type HistoryPage = {
    items: HistoryLine[];
    next: string | null;
};
export type EventDto = {
    form?: {
        [key: string]: unknown;
    };
};
export type UnmaskDto = {
    reason: string;
};
export type SealedValueAnswer = {
    value: string;
};
export type AttachmentAnswer = {
    id: number;
    name: string;
    size: number;
    mediaType: string;
    sha256: string;
    uploadedAt: string;
};
export type PostAnswer = {
    /** Relation to the case, as the definition says */
    organisation: string;
    role: string;
    /** Names; the first of them where many may */
    organisations: string[];
    /** As the region calls it */
    roleTitle: string;
};
export type UnblockerAnswer = {
    reads: string;
    readsTitle: string;
    kind: "event" | "subprocess" | "records" | "deadline" | "parameter" | "form";
    name: string;
    state: string | null;
    stateTitle: string | null;
    isNow: boolean;
    by: PostAnswer | null;
};
export type ExplainedActionAnswer = {
    instanceId: number;
    process: string;
    taskId: number | null;
    state: string;
    stateTitle: string;
    event: string;
    title: string;
    by: PostAnswer | null;
    verdict: "allowed" | "form-decides" | "blocked";
    because: ("suspended" | "guard" | "not-assignee" | "recused" | "separation-of-duties" | null) | ("suspended" | "guard" | "not-assignee" | "recused" | "separation-of-duties" | null);
    guard: string | null;
    values: {
        [key: string]: unknown;
    };
    valueTitles: {
        [key: string]: string;
    };
    unblock: UnblockerAnswer[];
};
export type LawTextAnswer = {
    reference: string;
    title: string;
    article: string | null;
    text: string | null;
};
export type NextStepAnswer = {
    kind: "fire" | "remind" | "rung" | "overdue";
    at: string;
};
export type NextRungAnswer = {
    level: string;
    at: string;
    role: string;
    organisations: string[];
    persons: string[];
};
export type ExplainedDeadlineAnswer = {
    instanceId: number;
    state: string;
    deadline: string;
    kind: string;
    dueAt: string;
    nextAt: string;
    period: string;
    provisional: boolean;
    /** Due, and waiting for the notice that confirms its date */
    held: boolean;
    lines: LineAnswer[];
    law: LawTextAnswer | null;
    stateTitle: string;
    deadlineTitle: string;
    next: NextStepAnswer | null;
    ladder: NextRungAnswer[];
};
export type SuspensionAnswer = {
    instanceId: number;
    /** Title of the process that asked for it */
    process: string;
    scope: "case" | "instance" | "whole";
    cause: string;
    law: LawTextAnswer | null;
    since: string;
    /** Titles of what goes on all the same */
    goesOn: string[];
};
export type StandingDeadlineAnswer = {
    instanceId: number;
    state: string;
    stateTitle: string;
    deadline: string;
    deadlineTitle: string;
    kind: string;
    period: string;
    remaining: string;
    remainingTitle: string;
};
export type CaseReasonsAnswer = {
    id: number;
    title: string;
    status: string;
    businessAt: string;
    instances: InstanceAnswer[];
    actions: ExplainedActionAnswer[];
    deadlines: ExplainedDeadlineAnswer[];
    suspensions: SuspensionAnswer[];
    standing: StandingDeadlineAnswer[];
};
export type ProcessTitle = {
    zh: string;
    en?: string;
};
export type ProcessAnswer = {
    process: string;
    version: number;
    title: ProcessTitle;
    stage: string | null;
};
export type FormDto = {
    /** As `form:` names it */
    name: string;
    /** JSON Schema in YAML */
    source: string;
};
export type PublishDto = {
    /** The definition in YAML */
    source: string;
    /** Forms for this version alone; all others stand under workflows/forms */
    forms?: FormDto[];
    /** 发布说明 */
    note?: string;
};
export type VersionAnswer = {
    process: string;
    version: number;
    /** SHA-256 of what the YAML says */
    contentHash: string;
    file: string;
    status: "published" | "retired";
    publishedAt: string;
    /** User; null: shipped with the installation */
    publishedBy: number | null;
    note: string | null;
    retiredAt: string | null;
    retiredBy: number | null;
    retireReason: string | null;
};
export type FormSourceAnswer = {
    name: string;
    source: string;
};
export type VersionSourceAnswer = {
    process: string;
    version: number;
    /** SHA-256 of what the YAML says */
    contentHash: string;
    file: string;
    status: "published" | "retired";
    publishedAt: string;
    /** User; null: shipped with the installation */
    publishedBy: number | null;
    note: string | null;
    retiredAt: string | null;
    retiredBy: number | null;
    retireReason: string | null;
    source: string;
    /** Forms for this version alone */
    forms: FormSourceAnswer[];
};
export type ChangeAnswer = {
    area: string;
    /** State, parameter or variable; empty for the whole process */
    where: string;
    zh: string;
    en: string;
};
export type SourceDto = {
    /** The definition in YAML */
    source: string;
    /** Forms for this version alone; all others stand under workflows/forms */
    forms?: FormDto[];
};
export type FindingAnswer = {
    code: string;
    file: string;
    line: number;
    message: string;
    /** What to write or do instead */
    hint: string;
};
export type RetireDto = {
    /** 停用理由 */
    reason: string;
    /** Although other processes need it */
    force?: boolean;
};
export type WhatIfDto = {
    /** The definition in YAML */
    source: string;
    /** Forms for this version alone; all others stand under workflows/forms */
    forms?: FormDto[];
    /** Only these cases; the newest ones where none is named */
    roots?: number[];
};
export type StuckAnswer = {
    step: number;
    seq: number;
    at: string;
    event: string;
    states: string[];
    code: string;
    reason: string;
    guard?: string;
    values?: {
        [key: string]: unknown;
    };
};
export type MovedDeadlineAnswer = {
    state: string;
    title: string;
    deadline: string;
    oldDue: string | null;
    newDue: string | null;
    isOpen: boolean;
};
export type ChangedApprovalAnswer = {
    state: string;
    title: string;
    change: "added" | "vanished" | "reassigned";
    "from": string | null;
    to: string | null;
};
export type RefusedFieldAnswer = {
    field: string;
    zh: string;
    en: string;
};
export type RefusedFormAnswer = {
    seq: number;
    event: string;
    form: string;
    fields: RefusedFieldAnswer[];
};
export type WhatIfFindingAnswer = {
    rootId: number;
    instanceId: number;
    title: string;
    status: string;
    fromVersion: number;
    played: number;
    steps: number;
    stuck: StuckAnswer | null;
    deadlines: MovedDeadlineAnswer[];
    approvals: ChangedApprovalAnswer[];
    forms: RefusedFormAnswer[];
};
export type WhatIfAnswer = {
    process: string;
    toVersion: number;
    instances: number;
    unchanged: number;
    stuck: number;
    withMovedDeadlines: number;
    withOtherApprovals: number;
    withRefusedForms: number;
    findings: WhatIfFindingAnswer[];
};
export type SimulationDto = {
    /** The definition in YAML */
    source?: string;
    /** Forms for this version alone; all others stand under workflows/forms */
    forms?: FormDto[];
    cases?: number;
    /** The same seed gives the same report */
    seed?: number;
    /** Division whose parameters and calendar count; the values of the definition when left out */
    division?: string;
};
export type PercentilesAnswer = {
    p10: number;
    p50: number;
    p90: number;
};
export type OutcomeShareAnswer = {
    state: string;
    title: string;
    output: {
        [key: string]: unknown;
    };
    count: number;
    share: number;
};
export type PlaceShareAnswer = {
    process: string;
    state: string;
    title: string;
    waitingOn: string;
    visits: number;
    /** Working days over all cases */
    days: number;
    share: number;
};
export type WaitingShareAnswer = {
    waitingOn: string;
    days: number;
    share: number;
};
export type DeadlineCountAnswer = {
    process: string;
    state: string;
    title: string;
    tasks: number;
    missed: number;
    share: number;
};
export type EscalationCountAnswer = {
    level: string;
    count: number;
};
export type TakenKeyAnswer = {
    process: string;
    state: string;
    event: string;
};
export type StuckGroupAnswer = {
    states: string[];
    reason: string;
    count: number;
    /** Number of the case with the shortest way */
    "case": number;
    path: string[];
};
export type SimulationReportAnswer = {
    process: string;
    version: number;
    division: string;
    cases: number;
    seed: number;
    "from": string;
    to: string;
    steps: number;
    ended: number;
    stuck: number;
    duration: PercentilesAnswer;
    outcomes: OutcomeShareAnswer[];
    places: PlaceShareAnswer[];
    waiting: WaitingShareAnswer[];
    tasks: number;
    missed: number;
    deadlines: DeadlineCountAnswer[];
    reminders: number;
    escalations: EscalationCountAnswer[];
    neverTaken: TakenKeyAnswer[];
    stuckCases: StuckGroupAnswer[];
    provisional: number;
};
export type SimulationLineAnswer = {
    /** Cases that are done */
    done?: number;
    cases?: number;
    report?: SimulationReportAnswer;
};
export type MigrationDto = {
    /** Version that runs */
    "from": number;
    /** Version that shall run */
    to: number;
    /** What happens to running deadlines */
    timers?: "keep" | "recompute" | "remaining";
};
export type MigrationReasonAnswer = {
    zh: string;
    en: string;
};
export type MigratedTaskAnswer = {
    state: string;
    due: string | null;
    wasDue: string | null;
    /** Other people have it from then on */
    reassigned: boolean;
};
export type MigratedDeadlineAnswer = {
    state: string;
    deadline: string;
    due: string | null;
    wasDue: string | null;
};
export type MigrationReportAnswer = {
    rootId: number;
    title: string;
    instanceId: number;
    active: string[];
    ok: boolean;
    /** Why it cannot move */
    reasons: MigrationReasonAnswer[];
    tasks: MigratedTaskAnswer[];
    deadlines: MigratedDeadlineAnswer[];
};
export type MigrationOrderDto = {
    /** Version that runs */
    "from": number;
    /** Version that shall run */
    to: number;
    /** What happens to running deadlines */
    timers?: "keep" | "recompute" | "remaining";
    /** 换版理由 */
    reason: string;
};
export type UndoMigrationDto = {
    /** 撤销理由 */
    reason: string;
};
export type CalendarLinkView = {
    /** Null: there is none */
    createdAt: string | null;
    /** When a calendar program last came */
    usedAt: string | null;
};
export type NewCalendarLinkView = {
    /** Null: there is none */
    createdAt: string | null;
    /** When a calendar program last came */
    usedAt: string | null;
    address: string;
};
export type DeadLetterView = {
    /** The id that the message carries: `s-<id>` */
    id: number;
    channel: "mail" | "sms" | "wecom" | "dingtalk";
    subject: "notification" | "digest";
    /** To whom */
    userName: string;
    organisationName: string;
    reason: string;
    attempts: number;
    /** How often it was sent again although it may have arrived */
    doubtCount: number;
    /** System time */
    createdAt: string;
    /** When it was given up, system time */
    closedAt: string;
};
export type ResendDto = {
    /** All dead letters of that channel */
    channel: "mail" | "sms" | "wecom" | "dingtalk";
};
export type ResentView = {
    count: number;
};
export type IncidentView = {
    id: number;
    subject: "timer" | "outbox" | "sending";
    /** Id of the timer or of the message */
    subjectId: number;
    rootId: number;
    reason: string;
    attempts: number;
    openedAt: string;
    lastAt: string;
};
export type IncidentPage = {
    items: IncidentView[];
    next: string | null;
};
export type LawView = {
    /** As processes and deadlines carry it */
    reference: string;
    citation: string;
    /** What the article says, in our own words */
    text: string | null;
};
export type NotificationView = {
    id: number;
    kind: "opened" | "reminder" | "escalation" | "warning" | "urged" | "message" | "copied" | "rescheduled" | "asked" | "explained";
    /** Level of the ladder; null unless an escalation */
    level: string | null;
    title: string;
    /** Plain text with line breaks */
    body: string;
    rootId: number;
    taskId: number;
    caseTitle: string;
    taskTitle: string;
    /** The law that the due time rests on, as it is cited */
    law: string | null;
    dueAt: string | null;
    /** The due time rests on a provisional calendar */
    provisional: boolean;
    at: string;
    readAt: string | null;
    /** Path in the web application where the reader can act */
    path: string;
};
export type MailboxPage = {
    items: NotificationView[];
    next: string | null;
    /** Unread messages in the whole mailbox */
    unreadCount: number;
};
export type UnreachedView = {
    userId: number;
    userName: string;
    organisationName: string;
    channel: "mail" | "sms" | "wecom" | "dingtalk";
    /** Messages that did not leave the house for it */
    count: number;
    /** The last time, system time */
    lastAt: string;
};
export type ReadNotificationView = {
    id: number;
    kind: "opened" | "reminder" | "escalation" | "warning" | "urged" | "message" | "copied" | "rescheduled" | "asked" | "explained";
    /** Level of the ladder; null unless an escalation */
    level: string | null;
    title: string;
    /** Plain text with line breaks */
    body: string;
    rootId: number;
    taskId: number;
    caseTitle: string;
    taskTitle: string;
    /** The law that the due time rests on, as it is cited */
    law: string | null;
    dueAt: string | null;
    /** The due time rests on a provisional calendar */
    provisional: boolean;
    at: string;
    readAt: string | null;
    /** Path in the web application where the reader can act */
    path: string;
    /** 送达回执：number of the receipt for the first reading */
    receipt: string;
};
export type ProjectItemView = {
    id: number;
    code: string;
    title: string;
    purchaserId: number;
    purchaserName: string;
    divisionCode: string;
    divisionName: string;
    stage: string | null;
    status: "open" | "closed" | "rejected" | "failed" | "stopped";
    method: string;
    plannedAmount: number;
    approvedAmount: number;
    contractAmount: number;
    contractorId: number | null;
    contractorName: string | null;
    grade: string | null;
    score: number | null;
    startedAt: string;
    endedAt: string | null;
};
export type ProjectPageView = {
    items: ProjectItemView[];
    next: string | null;
};
export type StartProjectDto = {
    title: string;
    /** Township code, 9 digits, within the purchaser’s division */
    township?: string;
    /** Village code, 12 digits, within the township */
    village?: string;
    /** One of GET /api/v1/methods */
    method: string;
    /** fen */
    plannedAmount: number;
};
export type StartedProjectView = {
    id: number;
    instanceId: number;
    openedTasks: number[];
};
export type AccountMoneyView = {
    account: number;
    title: string;
    source: string;
    approved: number;
    released: number;
    committed: number;
    paid: number;
    returned: number;
};
export type MoneyView = {
    planned: number;
    approved: number;
    released: number;
    committed: number;
    paid: number;
    returned: number;
    accounts: AccountMoneyView[];
};
export type ContractView = {
    "number": string;
    contractorId: number;
    amount: number;
    signedOn: string;
    serviceFrom: string;
    serviceTo: string;
    noticeNo: string | null;
    publishedAt: string | null;
    filingNo: string | null;
    filedAt: string | null;
};
export type InstalmentView = {
    "number": number;
    amount: number;
    condition: string;
    status: "planned" | "claimed" | "approved" | "paid";
    invoiceNo: string | null;
    invoiceAttachmentId: number | null;
    claimedAt: string | null;
    approvedAt: string | null;
    voucherNo: string | null;
    paidAt: string | null;
};
export type StageEntryView = {
    stage: string;
    enteredAt: string;
};
export type ProjectDetailView = {
    id: number;
    code: string;
    title: string;
    purchaserId: number;
    purchaserName: string;
    divisionCode: string;
    divisionName: string;
    stage: string | null;
    status: "open" | "closed" | "rejected" | "failed" | "stopped";
    method: string;
    plannedAmount: number;
    approvedAmount: number;
    contractAmount: number;
    contractorId: number | null;
    contractorName: string | null;
    grade: string | null;
    score: number | null;
    startedAt: string;
    endedAt: string | null;
    townshipCode: string | null;
    townshipName: string | null;
    villageCode: string | null;
    villageName: string | null;
    category: string | null;
    nature: string | null;
    level: string | null;
    mode: string | null;
    serviceFrom: string | null;
    serviceTo: string | null;
    money: MoneyView;
    contract: ContractView | null;
    instalments: InstalmentView[];
    stages: StageEntryView[];
};
export type PostingView = {
    id: number;
    account: number;
    accountTitle: string;
    kind: "approved" | "released" | "committed" | "paid" | "returned";
    amount: number;
    documentNo: string;
    at: string;
};
export type LedgerPageView = {
    items: PostingView[];
    next: string | null;
};
export type MethodView = {
    method: string;
    title: TitleView;
};
export type FundAccountView = {
    id: number;
    purchaserId: number;
    purchaserName: string;
    year: number;
    source: string;
    title: string;
    documentNo: string;
    amount: number;
    approved: number;
    returned: number;
    free: number;
};
export type FundAccountPageView = {
    items: FundAccountView[];
    next: string | null;
};
export type NeedAnswerView = {
    question: "fitness" | "principle" | "feasibility";
    item: string;
    choice: string | null;
    answer: string;
};
export type NeedNumberView = {
    townshipCode: string;
    servedCount: number;
    staffCount: number;
    /** People to be served for each member of staff; null without staff */
    servedPerStaff: number | null;
};
export type NeedView = {
    revision: number;
    problem: string;
    problemFoundBy: string;
    problemFoundOn: string;
    statement: string;
    nature: string;
    level: string;
    category: string;
    mode: string;
    modeReason: string;
    targetGroup: string;
    serviceDemand: string;
    serviceStandard: string;
    serviceContent: string;
    evaluationStandard: string;
    contractorQualification: string;
    townshipCode: string;
    villageCode: string;
    plannedAmount: number;
    serviceFrom: string;
    serviceTo: string;
    submittedAt: string;
    answers: NeedAnswerView[];
    numbers: NeedNumberView[];
};
export type OpinionView = {
    level: string;
    outcome: string;
    opinion: string;
    venue: string | null;
    documentNo: string | null;
    metOn: string | null;
    attachmentId: number | null;
    organisationName: string | null;
    userName: string | null;
    /** Revision of the need that was looked at */
    revision: number;
    at: string;
};
export type DecisionView = {
    outcome: string;
    opinion: string;
    documentNo: string;
    decidedOn: string;
    attachmentId: number | null;
    userName: string | null;
    at: string;
};
export type ApplicationView = {
    need: NeedView | null;
    opinions: OpinionView[];
    decision: DecisionView | null;
};
export type LineSourceView = {
    account: number;
    amount: number;
};
export type BudgetLineView = {
    "number": number;
    subject: string;
    item: string;
    unitPrice: number;
    unit: string;
    quantity: number;
    times: number;
    amount: number;
    basis: string;
    sources: LineSourceView[];
    approvedAmount: number | null;
    reason: string | null;
};
export type TargetView = {
    "number": number;
    dimension: string;
    indicator: string;
    operator: string;
    value: string;
    unit: string;
    weight: number;
    evidence: string | null;
};
export type BudgetOpinionView = {
    level: string;
    outcome: string;
    opinion: string;
    approvedTotal: number | null;
    revision: number;
    organisationName: string | null;
    userName: string | null;
    at: string;
};
export type SignOffView = {
    kind: "approval" | "release";
    documentNo: string;
    amount: number;
    onDate: string;
    note: string | null;
    userName: string | null;
    at: string;
};
export type BudgetView = {
    /** 0 before the first budget */
    revision: number;
    total: number;
    lines: BudgetLineView[];
    targets: TargetView[];
    opinions: BudgetOpinionView[];
    documents: SignOffView[];
};
export type CriterionView = {
    name: string;
    points: number;
};
export type ProcurementNeedView = {
    serviceContent: string;
    serviceStandard: string;
    qualification: string;
    periodMonths: number;
    /** Fen */
    ceilingPrice: number;
    /** Points of the price */
    priceWeight: number;
    criteria: CriterionView[];
};
export type RoundView = {
    instanceId: number;
    rootId: number;
    "number": string;
    title: string;
    /** Fen */
    ceilingPrice: number;
    status: "announced" | "opened" | "awarded" | "failed";
    announcedAt: string;
    openedAt: string | null;
};
export type ResponseView = {
    id: number;
    organisationId: number;
    organisation: string;
    /** Fen */
    price: number;
    quality: number | null;
    priceScore: number | null;
    total: number | null;
    /** Place in the ranking */
    place: number | null;
};
export type AwardView = {
    organisationId: number;
    organisation: string;
    candidate: number;
    /** Fen */
    price: number;
    /** The purchaser let the period pass */
    isSilent: boolean;
    awardedAt: string;
    revokedAt: string | null;
};
export type ProcurementView = {
    need: ProcurementNeedView | null;
    round: RoundView | null;
    responses: ResponseView[];
    /** Names of the experts; empty until the award */
    panel: string[];
    awards: AwardView[];
};
export type OpportunityView = {
    instanceId: number;
    rootId: number;
    "number": string;
    title: string;
    /** Fen */
    ceilingPrice: number;
    status: "announced" | "opened" | "awarded" | "failed";
    announcedAt: string;
    openedAt: string | null;
    /** The caller's organisation has responded */
    hasResponded: boolean;
};
export type OwnResponseView = {
    id: number;
    rootId: number;
    title: string;
    /** Fen */
    price: number;
    respondedAt: string;
    roundStatus: "announced" | "opened" | "awarded" | "failed";
};
export type ServiceView = {
    contractorId: number;
    contractor: string;
    serviceFrom: string;
    serviceTo: string;
    status: "preparing" | "serving" | "completed";
};
export type StaffView = {
    name: string;
    duty: string;
    certificateNo: string | null;
};
export type ReportView = {
    periodEnd: string;
    activities: number;
    people: number;
    minutes: number;
    /** Fen */
    spent: number;
    progress: string;
    status: "submitted" | "accepted" | "returned";
    submittedAt: string;
};
export type InspectionView = {
    inspectedOn: string;
    place: string;
    subject: string;
    conclusion: string;
    finding: string | null;
};
export type ProblemView = {
    documentNumber: string;
    problem: string;
    requirement: string;
    rectifyBy: string;
    status: "open" | "reported" | "closed" | "failed";
    issuedAt: string;
    result: string | null;
    reportedAt: string | null;
    recheckOpinion: string | null;
    recheckedAt: string | null;
};
export type LogTotalsView = {
    entries: number;
    people: number;
    minutes: number;
};
export type MonitoringView = {
    service: ServiceView | null;
    staff: StaffView[];
    reports: ReportView[];
    inspections: InspectionView[];
    problems: ProblemView[];
    log: LogTotalsView;
};
export type ServiceLogDto = {
    servedOn: string;
    kind: "case" | "group" | "community" | "visit" | "training";
    /** Village, 12 digits */
    villageCode: string;
    people: number;
    minutes: number;
    content: string;
};
export type ServiceLogView = {
    id: number;
    servedOn: string;
    kind: "case" | "group" | "community" | "visit" | "training";
    villageCode: string;
    village: string;
    people: number;
    minutes: number;
    content: string;
    recordedBy: string;
    recordedAt: string;
};
export type SelfReportView = {
    completion: string;
    /** Fen */
    spent: number;
    people: number | null;
    effects: string;
    deviations: string;
    submittedAt: string;
};
export type SurveyView = {
    population: number;
    respondents: number;
    sampleSize: number;
    /** Ten-thousandths */
    satisfaction: number;
    interviewer: string;
    surveyedOn: string;
};
export type AcceptanceItemView = {
    standard: string;
    result: string;
    note: string | null;
};
export type AcceptanceView = {
    acceptedOn: string;
    members: string;
    beneficiaries: number;
    conclusion: string;
    opinion: string;
    items: AcceptanceItemView[];
};
export type IndicatorScoreView = {
    indicator: string;
    group: string;
    title: string;
    points: number;
    score: number;
    evidence: string | null;
};
export type ResultView = {
    grade: string;
    /** Hundredths of a point */
    score: number;
    documentNumber: string;
    decidedAt: string;
    publishedAt: string | null;
};
export type EvaluationView = {
    selfReport: SelfReportView | null;
    survey: SurveyView | null;
    acceptances: AcceptanceView[];
    scores: IndicatorScoreView[];
    result: ResultView | null;
};
export type NoticeSummaryView = {
    id: number;
    kind: string;
    title: string;
    /** Name of the organisation that published it */
    publisher: string | null;
    publishedAt: string;
};
export type NoticeView = {
    id: number;
    kind: string;
    title: string;
    /** Name of the organisation that published it */
    publisher: string | null;
    publishedAt: string;
    body: string;
};
/**
 * 关于本环境
 */
export function aboutRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AboutView;
    }>("/api/v1/about", {
        ...opts
    });
}
/**
 * 业务时间
 */
export function clockRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ClockView;
    }>("/api/v1/clock", {
        ...opts
    });
}
/**
 * 设置业务时间
 */
export function clockSet({ setClockDto }: {
    setClockDto: SetClockDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ClockView;
    }>("/api/v1/clock", oazapfts.json({
        ...opts,
        method: "POST",
        body: setClockDto
    }));
}
/**
 * 运行状况
 */
export function healthRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: object;
    }>("/api/health", {
        ...opts
    });
}
/**
 * 实时更新
 */
export function liveStream(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/live", {
        ...opts
    });
}
/**
 * 打开队列看板
 */
export function queueBoardOpen(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: QueueBoardView;
    }>("/api/v1/operations/queue-board/pass", {
        ...opts,
        method: "POST"
    });
}
/**
 * 拒绝记录
 */
export function refusalList({ limit, after, userId }: {
    limit?: number;
    after?: string;
    userId?: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: RefusalView[];
            next: string | null;
        };
    }>(`/api/v1/refusals${QS.query(QS.explode({
        limit,
        after,
        userId
    }))}`, {
        ...opts
    });
}
/**
 * 我的代理
 */
export function delegationList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DelegationView[];
    }>("/api/v1/delegations", {
        ...opts
    });
}
/**
 * 设置代理
 */
export function delegationCreate({ delegationDto }: {
    delegationDto: DelegationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: DelegationView;
    }>("/api/v1/delegations", oazapfts.json({
        ...opts,
        method: "POST",
        body: delegationDto
    }));
}
export function delegationRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DelegationView;
    }>(`/api/v1/delegations/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 撤销代理
 */
export function delegationRevoke({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DelegationView;
    }>(`/api/v1/delegations/${encodeURIComponent(id)}/revoke`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 当前用户
 */
export function directoryMe(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MeView;
    }>("/api/v1/me", {
        ...opts
    });
}
/**
 * 下级行政区划
 */
export function directoryListDivisions({ parent }: {
    parent?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DivisionView[];
    }>(`/api/v1/divisions${QS.query(QS.explode({
        parent
    }))}`, {
        ...opts
    });
}
/**
 * 行政区划
 */
export function directoryDivision({ code }: {
    code: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DivisionView;
    }>(`/api/v1/divisions/${encodeURIComponent(code)}`, {
        ...opts
    });
}
/**
 * 单位列表
 */
export function directoryListOrganisations({ kind, division }: {
    kind: string;
    division?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OrganisationView[];
    }>(`/api/v1/organisations${QS.query(QS.explode({
        kind,
        division
    }))}`, {
        ...opts
    });
}
/**
 * 新建单位
 */
export function organisationsCreate({ createOrganisationDto }: {
    createOrganisationDto: CreateOrganisationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: OrganisationView;
    }>("/api/v1/organisations", oazapfts.json({
        ...opts,
        method: "POST",
        body: createOrganisationDto
    }));
}
/**
 * 单位
 */
export function directoryOrganisation({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OrganisationView;
    }>(`/api/v1/organisations/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 修改单位
 */
export function organisationsChange({ id, changeOrganisationDto }: {
    id: number;
    changeOrganisationDto: ChangeOrganisationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OrganisationView;
    }>(`/api/v1/organisations/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeOrganisationDto
    }));
}
/**
 * 本单位人员
 */
export function colleaguesList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ColleagueView[];
    }>("/api/v1/colleagues", {
        ...opts
    });
}
/**
 * 解除用户的动态口令
 */
export function accountSecurityRemoveSecondFactor({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/users/${encodeURIComponent(id)}/second-factor`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 解除登录锁定
 */
export function accountSecurityUnlock({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/users/${encodeURIComponent(id)}/lockout`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 登录日志
 */
export function loginLogList({ limit, after, login, userId, outcome, ip, $from, to }: {
    limit?: number;
    after?: string;
    login?: string;
    userId?: number;
    outcome?: LoginOutcome;
    ip?: string;
    $from?: string;
    to?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: LoginEntryView[];
            next: string | null;
        };
    }>(`/api/v1/login-log${QS.query(QS.explode({
        limit,
        after,
        login,
        userId,
        outcome,
        ip,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 我的登录会话
 */
export function mySessionsList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OpenSessionView[];
    }>("/api/v1/sessions", {
        ...opts
    });
}
/**
 * 登录
 */
export function sessionLogin({ loginDto }: {
    loginDto: LoginDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TokensView;
    }>("/api/v1/sessions", oazapfts.json({
        ...opts,
        method: "POST",
        body: loginDto
    }));
}
/**
 * 退出其他登录
 */
export function mySessionsEndOthers(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: EndedSessionsView;
    }>("/api/v1/sessions/others", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 退出一个登录
 */
export function mySessionsEndOne({ family }: {
    family: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/sessions/${encodeURIComponent(family)}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 密码策略
 */
export function passwordPolicy(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: PasswordPolicyView;
    }>("/api/v1/password-policy", {
        ...opts
    });
}
/**
 * 修改密码
 */
export function passwordChange({ changePasswordDto }: {
    changePasswordDto: ChangePasswordDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/me/password", oazapfts.json({
        ...opts,
        method: "PUT",
        body: changePasswordDto
    }));
}
/**
 * 凭重置码设置密码
 */
export function passwordReset({ resetPasswordDto }: {
    resetPasswordDto: ResetPasswordDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/password-resets", oazapfts.json({
        ...opts,
        method: "POST",
        body: resetPasswordDto
    }));
}
/**
 * 双因素登录状态
 */
export function secondFactorRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SecondFactorView;
    }>("/api/v1/me/second-factor", {
        ...opts
    });
}
/**
 * 绑定动态口令
 */
export function secondFactorBegin({ confirmedByPasswordDto }: {
    confirmedByPasswordDto: ConfirmedByPasswordDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: EnrolmentView;
    }>("/api/v1/me/second-factor", oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmedByPasswordDto
    }));
}
/**
 * 确认绑定
 */
export function secondFactorConfirm({ confirmSecondFactorDto }: {
    confirmSecondFactorDto: ConfirmSecondFactorDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RecoveryCodesView;
    }>("/api/v1/me/second-factor/confirmation", oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmSecondFactorDto
    }));
}
/**
 * 重新生成恢复码
 */
export function secondFactorRenew({ confirmedByPasswordDto }: {
    confirmedByPasswordDto: ConfirmedByPasswordDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: RecoveryCodesView;
    }>("/api/v1/me/second-factor/recovery-codes", oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmedByPasswordDto
    }));
}
/**
 * 解除动态口令
 */
export function secondFactorRemove({ confirmedByPasswordDto }: {
    confirmedByPasswordDto: ConfirmedByPasswordDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/me/second-factor/removal", oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmedByPasswordDto
    }));
}
/**
 * 刷新登录凭证
 */
export function sessionRefresh({ refreshDto }: {
    refreshDto: RefreshDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TokensView;
    }>("/api/v1/sessions/refresh", oazapfts.json({
        ...opts,
        method: "POST",
        body: refreshDto
    }));
}
/**
 * 退出登录
 */
export function sessionLogout(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/sessions/current", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 单点登录方式
 */
export function singleSignOnRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SingleSignOnView;
    }>("/api/v1/single-sign-on", {
        ...opts
    });
}
/**
 * 单点登录换取登录凭证
 */
export function singleSignOnExchange({ exchangeTicketDto }: {
    exchangeTicketDto: ExchangeTicketDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TokensView;
    }>("/api/v1/single-sign-on/session", oazapfts.json({
        ...opts,
        method: "POST",
        body: exchangeTicketDto
    }));
}
/**
 * 生成一次性重置码
 */
export function userSupportIssueResetCode({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: ResetCodeView;
    }>(`/api/v1/users/${encodeURIComponent(id)}/reset-codes`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 要求修改密码
 */
export function userSupportDemandChange({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/users/${encodeURIComponent(id)}/password-demands`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 用户的登录会话
 */
export function userSupportSessions({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OpenSessionView[];
    }>(`/api/v1/users/${encodeURIComponent(id)}/sessions`, {
        ...opts
    });
}
/**
 * 强制用户下线
 */
export function userSupportEndSessions({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: EndedSessionsView;
    }>(`/api/v1/users/${encodeURIComponent(id)}/sessions`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 强制用户退出一个登录
 */
export function userSupportEndSession({ id, family }: {
    id: number;
    family: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/users/${encodeURIComponent(id)}/sessions/${encodeURIComponent(family)}`, {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 申请开户
 */
export function accountRequestsAsk({ accountRequestDto }: {
    accountRequestDto: AccountRequestDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: ReceiptView;
    }>("/api/v1/account-requests", oazapfts.json({
        ...opts,
        method: "POST",
        body: accountRequestDto
    }));
}
/**
 * 可申请开户的单位类型
 */
export function accountRequestsKinds(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: KindView[];
    }>("/api/v1/account-requests/kinds", {
        ...opts
    });
}
/**
 * 查询开户进度
 */
export function accountRequestsStatus({ receipt }: {
    receipt: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AccountRequestView;
    }>(`/api/v1/account-requests/${encodeURIComponent(receipt)}`, {
        ...opts
    });
}
/**
 * 上传开户材料
 */
export function accountRequestsAddDocument({ receipt, body }: {
    receipt: string;
    body: {
        file?: Blob;
    };
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: DocumentView;
    }>(`/api/v1/account-requests/${encodeURIComponent(receipt)}/documents`, oazapfts.multipart({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * 开户申请列表
 */
export function accountReviewsList({ limit, after, status }: {
    limit?: number;
    after?: string;
    status?: "pending" | "approved" | "refused";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: ReviewView[];
            next: string | null;
        };
    }>(`/api/v1/account-reviews${QS.query(QS.explode({
        limit,
        after,
        status
    }))}`, {
        ...opts
    });
}
/**
 * 下载开户材料
 */
export function accountReviewsDocument({ id, documentId }: {
    id: number;
    documentId: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/account-reviews/${encodeURIComponent(id)}/documents/${encodeURIComponent(documentId)}`, {
        ...opts
    });
}
/**
 * 同意开户
 */
export function accountReviewsApprove({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: OpenedAccountView;
    }>(`/api/v1/account-reviews/${encodeURIComponent(id)}/approval`, {
        ...opts,
        method: "POST"
    });
}
/**
 * 不同意开户
 */
export function accountReviewsRefuse({ id, refusalDto }: {
    id: number;
    refusalDto: RefusalDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/account-reviews/${encodeURIComponent(id)}/refusal`, oazapfts.json({
        ...opts,
        method: "POST",
        body: refusalDto
    }));
}
/**
 * 下载导入模板
 */
export function importsTemplate(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/imports/template", {
        ...opts
    });
}
/**
 * 导入单位和用户
 */
export function importsRun({ mode, body }: {
    mode: "check" | "all" | "valid";
    body: {
        file?: Blob;
    };
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ImportReportView;
    }>(`/api/v1/imports${QS.query(QS.explode({
        mode
    }))}`, oazapfts.multipart({
        ...opts,
        method: "POST",
        body
    }));
}
/**
 * 操作日志
 */
export function operationLogOperations({ limit, after, actorId, subjectId, $from, to, operation, subjectKind }: {
    limit?: number;
    after?: string;
    actorId?: number;
    subjectId?: number;
    $from?: string;
    to?: string;
    operation?: Operation;
    subjectKind?: SubjectKind;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: OperationView[];
            next: string | null;
        };
    }>(`/api/v1/operation-log${QS.query(QS.explode({
        limit,
        after,
        actorId,
        subjectId,
        "from": $from,
        to,
        operation,
        subjectKind
    }))}`, {
        ...opts
    });
}
/**
 * 个人信息查看记录
 */
export function operationLogUnmaskings({ limit, after, actorId, subjectId, $from, to }: {
    limit?: number;
    after?: string;
    actorId?: number;
    subjectId?: number;
    $from?: string;
    to?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: UnmaskingView[];
            next: string | null;
        };
    }>(`/api/v1/unmasking-log${QS.query(QS.explode({
        limit,
        after,
        actorId,
        subjectId,
        "from": $from,
        to
    }))}`, {
        ...opts
    });
}
/**
 * 管理的单位
 */
export function organisationsList({ limit, after, kind, division, status, q }: {
    limit?: number;
    after?: string;
    kind?: string;
    division?: string;
    status?: "active" | "closed";
    q?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: OrganisationView[];
            next: string | null;
        };
    }>(`/api/v1/managed-organisations${QS.query(QS.explode({
        limit,
        after,
        kind,
        division,
        status,
        q
    }))}`, {
        ...opts
    });
}
/**
 * 停用、恢复单位
 */
export function organisationsSetStatus({ id, organisationStatusDto }: {
    id: number;
    organisationStatusDto: OrganisationStatusDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OrganisationView;
    }>(`/api/v1/organisations/${encodeURIComponent(id)}/status`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: organisationStatusDto
    }));
}
/**
 * 单位类型
 */
export function rolesKinds(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: KindView[];
    }>("/api/v1/organisation-kinds", {
        ...opts
    });
}
/**
 * 岗位申请
 */
export function rolesList({ limit, after, status }: {
    limit?: number;
    after?: string;
    status?: "pending" | "granted" | "refused";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: RoleRequestView[];
            next: string | null;
        };
    }>(`/api/v1/role-requests${QS.query(QS.explode({
        limit,
        after,
        status
    }))}`, {
        ...opts
    });
}
/**
 * 授予或拒绝岗位
 */
export function rolesDecide({ id, roleDecisionDto }: {
    id: number;
    roleDecisionDto: RoleDecisionDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/role-requests/${encodeURIComponent(id)}/decision`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: roleDecisionDto
    }));
}
/**
 * 设置岗位
 */
export function rolesSet({ id, setRolesDto }: {
    id: number;
    setRolesDto: SetRolesDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UserView;
    }>(`/api/v1/users/${encodeURIComponent(id)}/roles`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: setRolesDto
    }));
}
/**
 * 用户列表
 */
export function usersList({ limit, after, organisationId, status, q }: {
    limit?: number;
    after?: string;
    organisationId?: number;
    status?: "active" | "disabled";
    q?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: UserView[];
            next: string | null;
        };
    }>(`/api/v1/users${QS.query(QS.explode({
        limit,
        after,
        organisationId,
        status,
        q
    }))}`, {
        ...opts
    });
}
/**
 * 新建用户
 */
export function usersCreate({ createUserDto }: {
    createUserDto: CreateUserDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: OpenedAccountView;
    }>("/api/v1/users", oazapfts.json({
        ...opts,
        method: "POST",
        body: createUserDto
    }));
}
/**
 * 用户
 */
export function usersOne({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UserView;
    }>(`/api/v1/users/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 修改用户
 */
export function usersChange({ id, changeUserDto }: {
    id: number;
    changeUserDto: ChangeUserDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UserView;
    }>(`/api/v1/users/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeUserDto
    }));
}
/**
 * 停用、恢复用户
 */
export function usersSetStatus({ id, userStatusDto }: {
    id: number;
    userStatusDto: UserStatusDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UserView;
    }>(`/api/v1/users/${encodeURIComponent(id)}/status`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: userStatusDto
    }));
}
/**
 * 申请岗位
 */
export function usersRequestRoles({ id, requestRolesDto }: {
    id: number;
    requestRolesDto: RequestRolesDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/users/${encodeURIComponent(id)}/role-requests`, oazapfts.json({
        ...opts,
        method: "POST",
        body: requestRolesDto
    }));
}
/**
 * 查看完整个人信息
 */
export function usersUnmask({ id, unmaskUserDto }: {
    id: number;
    unmaskUserDto: UnmaskUserDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: UnmaskedView;
    }>(`/api/v1/users/${encodeURIComponent(id)}/unmaskings`, oazapfts.json({
        ...opts,
        method: "POST",
        body: unmaskUserDto
    }));
}
/**
 * 回避记录
 */
export function recusalList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RecusalView[];
    }>("/api/v1/recusals", {
        ...opts
    });
}
/**
 * 申报回避
 */
export function recusalDeclare({ recusalDto }: {
    recusalDto: RecusalDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: RecusalView;
    }>("/api/v1/recusals", oazapfts.json({
        ...opts,
        method: "POST",
        body: recusalDto
    }));
}
/**
 * 解除回避
 */
export function recusalLift({ id, liftRecusalDto }: {
    id: number;
    liftRecusalDto: LiftRecusalDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RecusalView;
    }>(`/api/v1/recusals/${encodeURIComponent(id)}/lift`, oazapfts.json({
        ...opts,
        method: "POST",
        body: liftRecusalDto
    }));
}
export function inboxTasks({ limit, after, process, stage, division, dueAfter, dueBefore, status, overdue, text, box }: {
    limit?: number;
    after?: string;
    process?: string;
    stage?: string;
    division?: string;
    dueAfter?: string;
    dueBefore?: string;
    status?: "open" | "done" | "cancelled" | "terminated" | "void";
    overdue?: boolean;
    text?: string;
    box?: "todo" | "overdue" | "done";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: InboxPage;
    }>(`/api/v1/tasks${QS.query(QS.explode({
        limit,
        after,
        process,
        stage,
        division,
        dueAfter,
        dueBefore,
        status,
        overdue,
        text,
        box
    }))}`, {
        ...opts
    });
}
export function inboxCount(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: BoxCountsAnswer;
    }>("/api/v1/tasks/count", {
        ...opts
    });
}
export function inboxCasesOf({ limit, after, process, stage, division, dueAfter, dueBefore, status, overdue, text, box }: {
    limit?: number;
    after?: string;
    process?: string;
    stage?: string;
    division?: string;
    dueAfter?: string;
    dueBefore?: string;
    status?: "open" | "done" | "cancelled" | "terminated" | "void";
    overdue?: boolean;
    text?: string;
    box?: "started" | "copied" | "area";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseBoxPage;
    }>(`/api/v1/cases${QS.query(QS.explode({
        limit,
        after,
        process,
        stage,
        division,
        dueAfter,
        dueBefore,
        status,
        overdue,
        text,
        box
    }))}`, {
        ...opts
    });
}
export function bulkAct({ idempotencyKey, bulkDto }: {
    idempotencyKey?: string;
    bulkDto: BulkDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: BulkOutcomeAnswer[];
    }>("/api/v1/tasks/bulk-actions", oazapfts.json({
        ...opts,
        method: "POST",
        body: bulkDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function savedViewList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SavedViewAnswer[];
    }>("/api/v1/inbox-views", {
        ...opts
    });
}
export function savedViewSave({ savedViewDto }: {
    savedViewDto: SavedViewDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: SavedViewAnswer;
    }>("/api/v1/inbox-views", oazapfts.json({
        ...opts,
        method: "POST",
        body: savedViewDto
    }));
}
export function savedViewChange({ id, savedViewDto }: {
    id: number;
    savedViewDto: SavedViewDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SavedViewAnswer;
    }>(`/api/v1/inbox-views/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: savedViewDto
    }));
}
export function savedViewRemove({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/inbox-views/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    });
}
export function messagesList({ id, limit, after }: {
    id: number;
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MessagePage;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/messages${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function messagesSend({ id, idempotencyKey, messageDto }: {
    id: number;
    idempotencyKey?: string;
    messageDto: MessageDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: MessageIdAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/messages`, oazapfts.json({
        ...opts,
        method: "POST",
        body: messageDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function messagesRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ReadCountAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/messages/read`, {
        ...opts,
        method: "POST"
    });
}
export function messagesReadCopy({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CopyReadAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/copies/read`, {
        ...opts,
        method: "POST"
    });
}
export function urgingUrge({ id, idempotencyKey, urgeDto }: {
    id: number;
    idempotencyKey?: string;
    urgeDto: UrgeDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/urge`, oazapfts.json({
        ...opts,
        method: "POST",
        body: urgeDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function urgingCopy({ id, idempotencyKey, copyDto }: {
    id: number;
    idempotencyKey?: string;
    copyDto: CopyDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/copies`, oazapfts.json({
        ...opts,
        method: "POST",
        body: copyDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function draftsRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DraftAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/draft`, {
        ...opts
    });
}
export function draftsSave({ id, draftDto }: {
    id: number;
    draftDto: DraftDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: DraftAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/draft`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: draftDto
    }));
}
export function draftsDiscard({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/tasks/${encodeURIComponent(id)}/draft`, {
        ...opts,
        method: "DELETE"
    });
}
export function caseReceiptsList({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseReceiptAnswer[];
    }>(`/api/v1/cases/${encodeURIComponent(id)}/receipts`, {
        ...opts
    });
}
export function receiptsRead({ $number }: {
    $number: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ReceiptAnswer;
    }>(`/api/v1/receipts/${encodeURIComponent($number)}`, {
        ...opts
    });
}
export function receiptsVerify({ $number, hash }: {
    $number: string;
    hash: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: VerificationAnswer;
    }>(`/api/v1/receipts/${encodeURIComponent($number)}/verification${QS.query(QS.explode({
        hash
    }))}`, {
        ...opts
    });
}
export function tasksRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: TaskDetail;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}`, {
        ...opts
    });
}
export function tasksAction({ id, event, idempotencyKey, actionDto }: {
    id: number;
    event: string;
    idempotencyKey?: string;
    actionDto: ActionDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/actions/${encodeURIComponent(event)}`, oazapfts.json({
        ...opts,
        method: "POST",
        body: actionDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function tasksReturn({ id, returnDto }: {
    id: number;
    returnDto: ReturnDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/return`, oazapfts.json({
        ...opts,
        method: "POST",
        body: returnDto
    }));
}
export function tasksWithdraw({ id, withdrawDto }: {
    id: number;
    withdrawDto: WithdrawDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/withdraw`, oazapfts.json({
        ...opts,
        method: "POST",
        body: withdrawDto
    }));
}
export function signingAdd({ id, addSignersDto }: {
    id: number;
    addSignersDto: AddSignersDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/signers`, oazapfts.json({
        ...opts,
        method: "POST",
        body: addSignersDto
    }));
}
export function signingRemove({ id, removeSignersDto }: {
    id: number;
    removeSignersDto: RemoveSignersDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/signers/remove`, oazapfts.json({
        ...opts,
        method: "POST",
        body: removeSignersDto
    }));
}
export function signingOpinion({ id, opinionDto }: {
    id: number;
    opinionDto: OpinionDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/opinion`, oazapfts.json({
        ...opts,
        method: "POST",
        body: opinionDto
    }));
}
export function signingRetract({ id, reasonDto }: {
    id: number;
    reasonDto: ReasonDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/retract`, oazapfts.json({
        ...opts,
        method: "POST",
        body: reasonDto
    }));
}
export function roundRound({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: RoundAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/round`, {
        ...opts
    });
}
export function roundSuccessors({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ChoiceAnswer[];
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/successors`, {
        ...opts
    });
}
export function roundColleagues({ id, search }: {
    id: number;
    search?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ChoiceAnswer[];
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/colleagues${QS.query(QS.explode({
        search
    }))}`, {
        ...opts
    });
}
export function handOverClaim({ id, seatDto }: {
    id: number;
    seatDto: SeatDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/claim`, oazapfts.json({
        ...opts,
        method: "POST",
        body: seatDto
    }));
}
export function handOverRelease({ id, seatDto }: {
    id: number;
    seatDto: SeatDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/release`, oazapfts.json({
        ...opts,
        method: "POST",
        body: seatDto
    }));
}
export function handOverTransfer({ id, handOverDto }: {
    id: number;
    handOverDto: HandOverDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/transfer`, oazapfts.json({
        ...opts,
        method: "POST",
        body: handOverDto
    }));
}
export function handOverDelegate({ id, handOverDto }: {
    id: number;
    handOverDto: HandOverDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/delegate`, oazapfts.json({
        ...opts,
        method: "POST",
        body: handOverDto
    }));
}
export function handOverAllHandOver({ id, handOverDto }: {
    id: number;
    handOverDto: HandOverDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: HandOverAnswer[];
    }>(`/api/v1/users/${encodeURIComponent(id)}/hand-over`, oazapfts.json({
        ...opts,
        method: "POST",
        body: handOverDto
    }));
}
export function returningPreview({ id, to }: {
    id: number;
    to: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ReturnPreviewAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/return-preview${QS.query(QS.explode({
        to
    }))}`, {
        ...opts
    });
}
export function returningReject({ id, rejectDto }: {
    id: number;
    rejectDto: RejectDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/reject`, oazapfts.json({
        ...opts,
        method: "POST",
        body: rejectDto
    }));
}
export function returningTakeBack({ id, takeBackDto }: {
    id: number;
    takeBackDto: TakeBackDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/take-back`, oazapfts.json({
        ...opts,
        method: "POST",
        body: takeBackDto
    }));
}
export function returningDecline({ id, reasonDto }: {
    id: number;
    reasonDto: ReasonDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/tasks/${encodeURIComponent(id)}/decline`, oazapfts.json({
        ...opts,
        method: "POST",
        body: reasonDto
    }));
}
export function interventionsCancel({ id, cancelDto }: {
    id: number;
    cancelDto: CancelDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/cancel`, oazapfts.json({
        ...opts,
        method: "POST",
        body: cancelDto
    }));
}
export function interventionsOperations({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CasePowersAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/operations`, {
        ...opts
    });
}
export function interventionsList({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: InterventionAnswer[];
    }>(`/api/v1/cases/${encodeURIComponent(id)}/interventions`, {
        ...opts
    });
}
export function interventionsPropose({ id, proposeDto }: {
    id: number;
    proposeDto: ProposeDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProposedAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/interventions`, oazapfts.json({
        ...opts,
        method: "POST",
        body: proposeDto
    }));
}
export function interventionsConfirm({ id, intervention, remarkDto }: {
    id: number;
    intervention: number;
    remarkDto: RemarkDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/interventions/${encodeURIComponent(intervention)}/confirm`, oazapfts.json({
        ...opts,
        method: "POST",
        body: remarkDto
    }));
}
export function interventionsDecline({ id, intervention, remarkDto }: {
    id: number;
    intervention: number;
    remarkDto: RemarkDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/interventions/${encodeURIComponent(intervention)}/decline`, oazapfts.json({
        ...opts,
        method: "POST",
        body: remarkDto
    }));
}
/**
 * 督办看板
 */
export function boardsRead({ level }: {
    level?: "county" | "city";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: BoardLineAnswer[];
    }>(`/api/v1/supervision-board${QS.query(QS.explode({
        level
    }))}`, {
        ...opts
    });
}
/**
 * 看板明细
 */
export function boardsList({ limit, after, bucket, division }: {
    limit?: number;
    after?: string;
    bucket?: "open" | "due-this-week" | "overdue" | "late-1-3" | "late-4-7" | "late-8-15" | "late-over-15" | "escalated";
    division?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: LateTaskPage;
    }>(`/api/v1/supervision-board/tasks${QS.query(QS.explode({
        limit,
        after,
        bucket,
        division
    }))}`, {
        ...opts
    });
}
/**
 * 改期
 */
export function supervisionMeasuresSetDueDate({ id, idempotencyKey, setDueDateDto }: {
    id: number;
    idempotencyKey?: string;
    setDueDateDto: SetDueDateDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/due-date`, oazapfts.json({
        ...opts,
        method: "POST",
        body: setDueDateDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 改派
 */
export function supervisionMeasuresReassign({ id, idempotencyKey, reassignDto }: {
    id: number;
    idempotencyKey?: string;
    reassignDto: ReassignDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/reassign`, oazapfts.json({
        ...opts,
        method: "POST",
        body: reassignDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 要求书面说明
 */
export function supervisionMeasuresAsk({ id, idempotencyKey, askExplanationDto }: {
    id: number;
    idempotencyKey?: string;
    askExplanationDto: AskExplanationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/explanations`, oazapfts.json({
        ...opts,
        method: "POST",
        body: askExplanationDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 提交书面说明
 */
export function supervisionMeasuresExplain({ id, explanation, idempotencyKey, giveExplanationDto }: {
    id: number;
    explanation: number;
    idempotencyKey?: string;
    giveExplanationDto: GiveExplanationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/explanations/${encodeURIComponent(explanation)}/answer`, oazapfts.json({
        ...opts,
        method: "POST",
        body: giveExplanationDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 督办件列表
 */
export function supervisionsList({ limit, after, side, status }: {
    limit?: number;
    after?: string;
    side?: "given" | "received";
    status?: "open" | "closed";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SupervisionPage;
    }>(`/api/v1/supervisions${QS.query(QS.explode({
        limit,
        after,
        side,
        status
    }))}`, {
        ...opts
    });
}
export function supervisionsRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SupervisionDetailAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * 催办
 */
export function supervisionsUrge({ id, idempotencyKey, urgeSupervisedDto }: {
    id: number;
    idempotencyKey?: string;
    urgeSupervisedDto: UrgeSupervisedDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/urge`, oazapfts.json({
        ...opts,
        method: "POST",
        body: urgeSupervisedDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 办结
 */
export function supervisionsClose({ id, idempotencyKey, supervisionReasonDto }: {
    id: number;
    idempotencyKey?: string;
    supervisionReasonDto: SupervisionReasonDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/supervisions/${encodeURIComponent(id)}/close`, oazapfts.json({
        ...opts,
        method: "POST",
        body: supervisionReasonDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function casesRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}`, {
        ...opts
    });
}
export function casesHistory({ id, limit, after }: {
    id: number;
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: HistoryPage;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/history${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function casesSend({ id, event, idempotencyKey, eventDto }: {
    id: number;
    event: string;
    idempotencyKey?: string;
    eventDto: EventDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/instances/${encodeURIComponent(id)}/events/${encodeURIComponent(event)}`, oazapfts.json({
        ...opts,
        method: "POST",
        body: eventDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
/**
 * 查看完整个人信息
 */
export function sealedValuesUnmask({ id, unmaskDto }: {
    id: number;
    unmaskDto: UnmaskDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: SealedValueAnswer;
    }>(`/api/v1/sealed-values/${encodeURIComponent(id)}/unmaskings`, oazapfts.json({
        ...opts,
        method: "POST",
        body: unmaskDto
    }));
}
export function optionsRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: OptionAnswer[];
    }>(`/api/v1/instances/${encodeURIComponent(id)}/options`, {
        ...opts
    });
}
export function attachmentsUpload({ body }: {
    body: {
        file?: Blob;
    };
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: AttachmentAnswer;
    }>("/api/v1/attachments", oazapfts.multipart({
        ...opts,
        method: "POST",
        body
    }));
}
export function attachmentsUploadToCase({ id, body }: {
    id: number;
    body: {
        file?: Blob;
    };
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: AttachmentAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/attachments`, oazapfts.multipart({
        ...opts,
        method: "POST",
        body
    }));
}
export function attachmentsList({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: AttachmentAnswer[];
    }>(`/api/v1/cases/${encodeURIComponent(id)}/attachments`, {
        ...opts
    });
}
export function attachmentsDownload({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/attachments/${encodeURIComponent(id)}`, {
        ...opts
    });
}
export function reasonsExplain({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CaseReasonsAnswer;
    }>(`/api/v1/cases/${encodeURIComponent(id)}/explain`, {
        ...opts
    });
}
export function processesList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProcessAnswer[];
    }>("/api/v1/processes", {
        ...opts
    });
}
export function processesPublish({ publishDto }: {
    publishDto: PublishDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: VersionAnswer;
    }>("/api/v1/processes", oazapfts.json({
        ...opts,
        method: "POST",
        body: publishDto
    }));
}
export function processesVersions({ id }: {
    id: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: VersionAnswer[];
    }>(`/api/v1/processes/${encodeURIComponent(id)}/versions`, {
        ...opts
    });
}
export function processesRead({ id, version }: {
    id: string;
    version: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: VersionSourceAnswer;
    }>(`/api/v1/processes/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}`, {
        ...opts
    });
}
export function processesChanges({ id, version, $from }: {
    id: string;
    version: number;
    $from: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ChangeAnswer[];
    }>(`/api/v1/processes/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}/changes${QS.query(QS.explode({
        "from": $from
    }))}`, {
        ...opts
    });
}
export function processesLint({ sourceDto }: {
    sourceDto: SourceDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: FindingAnswer[];
    }>("/api/v1/processes/lint", oazapfts.json({
        ...opts,
        method: "POST",
        body: sourceDto
    }));
}
export function processesRetire({ id, version, retireDto }: {
    id: string;
    version: number;
    retireDto: RetireDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: VersionAnswer;
    }>(`/api/v1/processes/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}/retire`, oazapfts.json({
        ...opts,
        method: "POST",
        body: retireDto
    }));
}
export function whatIfRun({ id, whatIfDto }: {
    id: string;
    whatIfDto: WhatIfDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: WhatIfAnswer;
    }>(`/api/v1/processes/${encodeURIComponent(id)}/whatif`, oazapfts.json({
        ...opts,
        method: "POST",
        body: whatIfDto
    }));
}
export function simulationsRun({ id, simulationDto }: {
    id: string;
    simulationDto: SimulationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: SimulationLineAnswer;
    }>(`/api/v1/processes/${encodeURIComponent(id)}/simulations`, oazapfts.json({
        ...opts,
        method: "POST",
        body: simulationDto
    }));
}
export function migrationsDryRun({ id, migrationDto }: {
    id: string;
    migrationDto: MigrationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MigrationReportAnswer[];
    }>(`/api/v1/processes/${encodeURIComponent(id)}/migrations/dry-run`, oazapfts.json({
        ...opts,
        method: "POST",
        body: migrationDto
    }));
}
export function migrationsRun({ id, migrationOrderDto }: {
    id: string;
    migrationOrderDto: MigrationOrderDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MigrationReportAnswer[];
    }>(`/api/v1/processes/${encodeURIComponent(id)}/migrations`, oazapfts.json({
        ...opts,
        method: "POST",
        body: migrationOrderDto
    }));
}
export function migrationsUndo({ id, undoMigrationDto }: {
    id: number;
    undoMigrationDto: UndoMigrationDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CommandAnswer;
    }>(`/api/v1/instances/${encodeURIComponent(id)}/migration/undo`, oazapfts.json({
        ...opts,
        method: "POST",
        body: undoMigrationDto
    }));
}
/**
 * 日历订阅内容
 */
export function calendarFeedRead({ file }: {
    file: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/calendar/${encodeURIComponent(file)}`, {
        ...opts
    });
}
/**
 * 日历订阅
 */
export function calendarLinkRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: CalendarLinkView;
    }>("/api/v1/calendar-link", {
        ...opts
    });
}
/**
 * 生成日历订阅地址
 */
export function calendarLinkMake(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: NewCalendarLinkView;
    }>("/api/v1/calendar-link", {
        ...opts,
        method: "POST"
    });
}
/**
 * 撤销日历订阅地址
 */
export function calendarLinkRevoke(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText("/api/v1/calendar-link", {
        ...opts,
        method: "DELETE"
    });
}
/**
 * 死信列表
 */
export function deadLetterList({ limit, after, channel }: {
    limit?: number;
    after?: string;
    channel?: "mail" | "sms" | "wecom" | "dingtalk";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: DeadLetterView[];
            next: string | null;
        };
    }>(`/api/v1/incidents/dead-letters${QS.query(QS.explode({
        limit,
        after,
        channel
    }))}`, {
        ...opts
    });
}
/**
 * 重新发送某一渠道的全部死信
 */
export function deadLetterResendAll({ resendDto }: {
    resendDto: ResendDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ResentView;
    }>("/api/v1/incidents/dead-letters/resend", oazapfts.json({
        ...opts,
        method: "POST",
        body: resendDto
    }));
}
/**
 * 重新发送
 */
export function deadLetterResend({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/incidents/dead-letters/${encodeURIComponent(id)}/resend`, {
        ...opts,
        method: "POST"
    });
}
export function incidentList({ limit, after }: {
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: IncidentPage;
    }>(`/api/v1/incidents${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function incidentRetry({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchText(`/api/v1/incidents/${encodeURIComponent(id)}/retry`, {
        ...opts,
        method: "POST"
    });
}
export function lawList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: LawView[];
    }>("/api/v1/laws", {
        ...opts
    });
}
export function notificationList({ limit, after }: {
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MailboxPage;
    }>(`/api/v1/notifications${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
/**
 * 无法送达的人员
 */
export function notificationListUnreached(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: UnreachedView[];
    }>("/api/v1/notifications/unreached", {
        ...opts
    });
}
export function notificationRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ReadNotificationView;
    }>(`/api/v1/notifications/${encodeURIComponent(id)}/read`, {
        ...opts,
        method: "POST"
    });
}
/**
 * Projects that the caller may see, newest first
 */
export function projectList({ limit, after, stage, status }: {
    limit?: number;
    after?: string;
    stage?: string;
    status?: "open" | "closed" | "rejected" | "failed" | "stopped";
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProjectPageView;
    }>(`/api/v1/projects${QS.query(QS.explode({
        limit,
        after,
        stage,
        status
    }))}`, {
        ...opts
    });
}
/**
 * Begins a project of the caller’s organisation
 */
export function projectBegin({ idempotencyKey, startProjectDto }: {
    idempotencyKey?: string;
    startProjectDto: StartProjectDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: StartedProjectView;
    }>("/api/v1/projects", oazapfts.json({
        ...opts,
        method: "POST",
        body: startProjectDto,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "Idempotency-Key": idempotencyKey
        })
    }));
}
export function projectOne({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProjectDetailView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}`, {
        ...opts
    });
}
/**
 * Lines of the funds ledger in the order in which they were written
 */
export function projectPostings({ id, limit, after }: {
    id: number;
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: LedgerPageView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/ledger${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function methodList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MethodView[];
    }>("/api/v1/methods", {
        ...opts
    });
}
/**
 * Fund accounts and what is free in them
 */
export function fundList({ limit, after }: {
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: FundAccountPageView;
    }>(`/api/v1/funds${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function applicationRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ApplicationView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/application`, {
        ...opts
    });
}
export function budgetRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: BudgetView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/budget`, {
        ...opts
    });
}
export function procurementRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: ProcurementView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/procurement`, {
        ...opts
    });
}
export function opportunityAnnounced({ limit, after }: {
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: OpportunityView[];
            next: string | null;
        };
    }>(`/api/v1/procurement/opportunities${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function opportunityOwn({ limit, after }: {
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: OwnResponseView[];
            next: string | null;
        };
    }>(`/api/v1/procurement/responses${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function monitoringRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: MonitoringView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/monitoring`, {
        ...opts
    });
}
export function serviceLogAdd({ id, serviceLogDto }: {
    id: number;
    serviceLogDto: ServiceLogDto;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 201;
        data: ServiceLogView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/service-logs`, oazapfts.json({
        ...opts,
        method: "POST",
        body: serviceLogDto
    }));
}
export function serviceLogList({ id, limit, after }: {
    id: number;
    limit?: number;
    after?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: ServiceLogView[];
            next: string | null;
        };
    }>(`/api/v1/projects/${encodeURIComponent(id)}/service-logs${QS.query(QS.explode({
        limit,
        after
    }))}`, {
        ...opts
    });
}
export function evaluationRead({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: EvaluationView;
    }>(`/api/v1/projects/${encodeURIComponent(id)}/evaluation`, {
        ...opts
    });
}
export function noticeList({ limit, after, kind }: {
    limit?: number;
    after?: string;
    kind?: string;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            items: NoticeSummaryView[];
            next: string | null;
        };
    }>(`/api/v1/public/notices${QS.query(QS.explode({
        limit,
        after,
        kind
    }))}`, {
        ...opts
    });
}
export function noticeById({ id }: {
    id: number;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: NoticeView;
    }>(`/api/v1/public/notices/${encodeURIComponent(id)}`, {
        ...opts
    });
}
