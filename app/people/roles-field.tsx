import { CheckboxesField } from "@/components/ui/checkboxes-field";
import { type Role, roles, roleWords } from "@/domain/people";

/** The roles that a person may hold, each with what it does. */
export function RolesField({ defaultValues }: { defaultValues?: readonly Role[] }) {
  return (
    <CheckboxesField
      name="roles"
      legend="Roles"
      options={roles.map((role) => ({
        value: role,
        label: roleWords[role].label,
        hint: roleWords[role].does,
      }))}
      defaultValues={defaultValues}
    />
  );
}
