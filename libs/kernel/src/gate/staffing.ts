/** The people of an organisation, each with the roles that the person has; who they are does not matter. */
export interface StaffedOrganisation {
  readonly name: string;
  readonly people: readonly (readonly string[])[];
}

/** The organisations that can stand in each relation to a root, by the relation's name in `task.assignee`. */
export type Staffing = { readonly [relation: string]: readonly StaffedOrganisation[] };
