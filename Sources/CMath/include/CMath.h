#ifndef BELLWETHER_CMATH_H
#define BELLWETHER_CMATH_H

// The distributions that the statistics need, from Boost.Math, and the shortest digits of a double, from the C++ library,
// with a C face so that Swift sees no C++.
// Every function answers NaN where its arguments have no meaning; none throws.

#ifdef __cplusplus
extern "C" {
#endif

/// P(|T| >= |t|) for Student's t, from the tail itself: 1 - cdf would lose every digit beyond t = 8.
double bellwether_student_two_sided(double t, double df);

/// P(T <= t) for Student's t.
double bellwether_student_cdf(double t, double df);

/// The t with P(T <= t) = p.
double bellwether_student_quantile(double p, double df);

/// P(|Z| >= |z|) for the standard normal, from the tail itself.
double bellwether_normal_two_sided(double z);

/// P(Z <= z) for the standard normal.
double bellwether_normal_cdf(double z);

/// log P(Z <= z), also where P itself is below the smallest double.
double bellwether_normal_log_cdf(double z);

/// The z with P(Z <= z) = p.
double bellwether_normal_quantile(double p);

/// Writes the shortest decimal that reads back as a finite value, as Swift's `description` does but for the point and zero
/// after a whole number, into at least 32 characters, and answers how many it wrote. No string is made.
int bellwether_shortest(double value, unsigned char *text);

#ifdef __cplusplus
}
#endif

#endif
