"""Write a turn as the question that it stands for: spoken forms, other word orders, two questions in one."""
