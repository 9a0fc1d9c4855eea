import { CheckSquare, Flag, Mail, MapPin, Phone, Users, type LucideIcon } from "lucide-react";
import type { ActivityKind } from "#domain/activity/activity.ts";

export const ACTIVITY_ICONS: Readonly<Record<ActivityKind, LucideIcon>> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  mail: Mail,
  task: CheckSquare,
  deadline: Flag,
};
